package org.beistand.client.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.ScreenBorder;
import org.beistand.client.release.Marks;
import org.beistand.client.sight.Field;

/**
 * Shows the owner for a moment, on her own screen, around which place a click was stopped. The strips are windows of our own: in pictures
 * they are grey, and until somebody has painted there again. Therefore they are thin, and lie outside of the field that is compared
 * with what the person saw, so that his next look at the place is not disturbed. Belongs to the session's thread.
 */
final class StopMark implements AutoCloseable { // 001-51
    private static final Duration STAYS = Duration.ofSeconds(1);

    /** However fast somebody clicks about: each place stays grey for a while, and that costs work. */
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** Wider than a cell of the field. */
    private static final int MARGIN = 8;

    private final Ground ground;
    private final ScreenBorder strips;
    private Instant mayMove = Instant.MIN;
    private Optional<Future<?>> ending = Optional.empty();

    StopMark(Ground ground, ScreenBorder strips) {
        this.ground = ground;
        this.strips = strips;
    }

    void show(int x, int y, Area screen) {
        Instant now = ground.now();
        if (now.isBefore(mayMove)) {
            return;
        }
        mayMove = now.plus(BETWEEN);
        Area field = Field.around(x, y);
        Area place = new Area(
                field.x() - MARGIN, field.y() - MARGIN, field.width() + 2 * MARGIN, field.height() + 2 * MARGIN);
        strips.show(Marks.around(List.of(place), screen), false);
        ending.ifPresent(before -> before.cancel(false));
        ending = Optional.of(ground.after(STAYS, () -> strips.show(List.of(), false)));
    }

    @Override
    public void close() {
        ending.ifPresent(before -> before.cancel(false));
        strips.close();
    }
}
