package org.beistand.client.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.session.Viewer.Sharpness;
import org.beistand.client.ui.base.HandTicker;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Language;
import org.junit.jupiter.api.Test;

/** What is said about a picture that is not as sharp as it should be. */
final class CoarseRemarkTest {
    private static final Area PHOTOGRAPH = new Area(10, 10, 100, 100);

    private final Showroom room = new Showroom();
    private final HandTicker time = new HandTicker(Instant.parse("2026-03-01T10:00:00Z"));
    private final ScreenView screen = room.ask(() -> new ScreenView(new Texts(Language.ENGLISH)));
    private final CoarseRemark remark = new CoarseRemark(screen, time);

    private void sharpness(boolean slowLine, Area... coarse) {
        room.run(() -> screen.sharpness(new Sharpness(List.of(coarse), slowLine)));
    }

    private Optional<CoarseRemark.Coarse> said() {
        return room.ask(() -> remark.remark().get());
    }

    private void seconds(int count) {
        room.run(() -> time.turn(Duration.ofSeconds(count)));
    }

    @Test
    void whatIsSharpWithinAMomentIsNotWorthAWord() {
        sharpness(false, PHOTOGRAPH);
        assertEquals(Optional.empty(), said());
        sharpness(false);
        seconds(3);
        assertEquals(Optional.empty(), said());
    }

    @Test
    void itTellsWhyAndForHowLong() {
        sharpness(true, PHOTOGRAPH);
        seconds(4);
        assertEquals(Optional.of(new CoarseRemark.Coarse(true, 4)), said());
        sharpness(false, PHOTOGRAPH);
        seconds(1);
        assertEquals(Optional.of(new CoarseRemark.Coarse(false, 5)), said());
    }

    @Test
    void itIsGoneAtOnceWhenThePictureIsExact() {
        sharpness(true, PHOTOGRAPH);
        seconds(2);
        sharpness(false);
        assertEquals(Optional.empty(), said());
        sharpness(true, PHOTOGRAPH);
        seconds(1);
        assertEquals(Optional.of(new CoarseRemark.Coarse(true, 1)), said());
    }
}
