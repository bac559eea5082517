package org.beistand.client.ui.viewer;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.beistand.client.session.Viewer.Sharpness;
import org.beistand.client.ui.base.Ticker;

/**
 * Why the picture is coarse, and for how long it has been. What is sharp again within a moment is not worth a word; when the picture
 * is exact, the remark is gone at once.
 */
public final class CoarseRemark {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<Optional<Coarse>> remark = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Ticker.Running> counting = Optional.empty();
    private Sharpness sharpness = Sharpness.EXACT;
    private int seconds;

    /**
     * @param slowLine whether the line is the cause; otherwise something in the picture moves
     * @param seconds for how long it has been coarse
     */
    public record Coarse(boolean slowLine, int seconds) {}

    public CoarseRemark(ScreenView screen, Ticker ticker) {
        this.ticker = ticker;
        screen.sharpness().addListener((value, before, now) -> follow(now));
    }

    /** Empty while there is nothing to say. */
    public ReadOnlyObjectProperty<Optional<Coarse>> remark() {
        return remark.getReadOnlyProperty();
    }

    private void follow(Sharpness now) {
        sharpness = now;
        if (now.isExact()) {
            counting.ifPresent(Ticker.Running::stop);
            counting = Optional.empty();
            remark.set(Optional.empty());
        } else if (counting.isEmpty()) {
            seconds = 0;
            counting = Optional.of(ticker.every(SECOND, this::tick));
        }
    }

    private void tick() {
        seconds++;
        remark.set(Optional.of(new Coarse(sharpness.slowLine(), seconds)));
    }
}
