package org.beistand.client.release;

import static org.beistand.client.release.MaskedStage.DESK;
import static org.beistand.client.release.MaskedStage.LEFT;
import static org.beistand.client.release.MaskedStage.MAIL;
import static org.beistand.client.release.MaskedStage.ONLY_THE_VIEWER;
import static org.beistand.client.release.MaskedStage.PLAIN;
import static org.beistand.client.release.MaskedStage.RIGHT;
import static org.beistand.client.release.MaskedStage.SECRET;
import static org.beistand.client.release.MaskedStage.VIEWER;
import static org.beistand.client.release.MaskedStage.at;
import static org.beistand.client.release.MaskedStage.isSecretFree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.time.HandClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MaskedScreenTest {
    private final MaskedStage stage = new MaskedStage();
    private final HandClock clock = stage.clock;
    private final Sharing sharing = stage.sharing;
    private final MaskedScreen screen = stage.screen;

    @Test
    void showsAllIfAllIsShared() {
        stage.put(1, MAIL, RIGHT);
        MaskedPicture masked = screen.look();
        assertEquals(DESK, at(masked, 10, 10));
        assertEquals(SECRET, at(masked, 50, 10));
        assertTrue(masked.pointer().visible());
    }

    @Test
    @Tag("001-57")
    void showsAReleasedProgramAndGreyForTheRest() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        stage.put(2, MAIL, RIGHT);
        MaskedPicture masked = stage.looked();
        assertEquals(PLAIN, at(masked, 10, 10));
        assertEquals(MaskedScreen.HIDDEN, at(masked, 50, 10));
        assertFalse(masked.pointer().visible());
        assertNotEquals(SECRET, masked.pointer().shape().argb()[0], "its shape is a word of the hidden program");
        assertNotEquals(60, masked.pointer().x(), "so is the way it goes there");
    }

    @Test
    @Tag("001-57")
    void showsNothingOfAProgramBeforeTheWindowsHaveRested() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        assertEquals(MaskedScreen.HIDDEN, at(screen.look(), 10, 10));
        stage.rest();
        assertEquals(PLAIN, at(screen.look(), 10, 10));
    }

    /** A window that has not painted itself yet takes along what it came to lie upon. */
    @Test
    @Tag("001-57")
    void hidesWhatIsCarriedAlong() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(2, MAIL, new Area(0, 0, 10, 10));
        stage.put(1, VIEWER, new Area(20, 0, 20, 20));
        stage.looked();
        stage.move(1, new Area(0, 0, 20, 20));
        stage.move(1, new Area(30, 0, 20, 20));
        stage.fill(new Area(30, 0, 10, 10), SECRET);
        assertTrue(isSecretFree(screen.look()));
    }

    @Test
    @Tag("001-57")
    void tellsOfWhatTheMaskChangedThoughNobodyPaintedThere() {
        stage.put(1, MAIL, RIGHT);
        screen.look();
        assertTrue(screen.look().damage().isEmpty());
        sharing.choose(ONLY_THE_VIEWER);
        MaskedPicture masked = screen.look();
        assertTrue(Region.of(masked.damage()).covers(Region.of(masked.picture().area())));
        assertTrue(isSecretFree(masked));
        sharing.choose(Share.EVERYTHING);
        masked = stage.looked();
        assertEquals(SECRET, at(masked, 50, 10));
        assertTrue(Region.of(masked.damage()).covers(Region.of(RIGHT)));
    }

    @Test
    @Tag("001-57")
    void hidesForAWhileWhatNobodyHasPaintedOverYet() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        stage.put(2, MAIL, new Area(10, 10, 10, 10));
        screen.look();
        stage.rest();
        screen.look();
        stage.take(2, false);
        assertTrue(isSecretFree(screen.look()));
        assertTrue(isSecretFree(screen.look()));
        stage.paint();
        stage.rest();
        MaskedPicture masked = screen.look();
        assertEquals(PLAIN, at(masked, 15, 15));
        assertTrue(isSecretFree(masked));
    }

    @Test
    @Tag("001-57")
    void hidesWhatCameAndWentBetweenTwoLooks() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        screen.look();
        stage.rest();
        screen.look();
        stage.put(2, MAIL, new Area(10, 10, 10, 10));
        stage.take(2, false);
        assertTrue(isSecretFree(screen.look()));
    }

    @Test
    @Tag("001-57")
    void hidesWhatCameAndWentDuringTheGrab() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        screen.look();
        stage.rest();
        screen.look();
        stage.duringGrab = () -> {
            stage.put(2, MAIL, new Area(10, 10, 10, 10));
            stage.take(2, false);
        };
        assertTrue(isSecretFree(screen.look()));
    }

    @Test
    @Tag("001-57")
    void staysAsItWasWhereAReleasedWindowWentAndCameBackDuringTheGrab() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(2, MAIL, LEFT);
        stage.put(1, VIEWER, LEFT);
        screen.look();
        stage.rest();
        assertEquals(PLAIN, at(screen.look(), 10, 10));
        stage.duringGrab = () -> {
            stage.take(1, true);
            stage.windows.add(new Windows.DesktopWindow(1, "", "", VIEWER, LEFT));
            stage.touches.add(new Windows.Touch(Optional.of(stage.windows.getLast()), LEFT, false));
            stage.duringGrab = () -> {};
        };
        assertTrue(isSecretFree(screen.look()), "grabbed while the other one could be seen");
        stage.paint();
        stage.rest();
        MaskedPicture masked = screen.look();
        assertEquals(PLAIN, at(masked, 10, 10));
        assertTrue(isSecretFree(masked));
    }

    @Test
    @Tag("001-57")
    void hidesAllWhileTheWindowsCannotBeRead() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        assertEquals(PLAIN, at(stage.looked(), 10, 10));
        stage.readable = false;
        assertEquals(MaskedScreen.HIDDEN, at(screen.look(), 10, 10));
    }

    @Test
    void keepsWhatIsLateUntilItCanBeShown() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(2, MAIL, LEFT);
        stage.put(1, VIEWER, LEFT);
        screen.look();
        stage.rest();
        screen.look();
        stage.duringGrab = () -> {
            stage.fill(new Area(0, 0, 5, 5), 0xFF112233);
            stage.touches.add(new Windows.Touch(Optional.of(stage.windows.getLast()), LEFT, false));
            stage.duringGrab = () -> {};
        };
        assertNotEquals(0xFF112233, at(screen.look(), 2, 2));
        assertEquals(0xFF112233, at(screen.look(), 2, 2));
    }

    private void theMailLiesUponTheViewer() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        stage.put(2, MAIL, LEFT);
        stage.looked();
    }

    /** Programs paint late where the machine is busy. */
    @Test
    @Tag("001-57")
    void whatAHiddenWindowLeftIsSeenWhenItWasPaintedOver() {
        theMailLiesUponTheViewer();
        stage.take(2, false);
        screen.look();
        clock.pass(MaskedScreen.REST);
        assertTrue(isSecretFree(screen.look()), "nobody has painted there");
        stage.paint();
        MaskedPicture masked = screen.look();
        assertEquals(PLAIN, at(masked, 10, 10));
        assertTrue(isSecretFree(masked));
    }

    @Test
    @Tag("001-57")
    void whatTheHiddenProgramPaintedLastIsNoPaintingOver() {
        theMailLiesUponTheViewer();
        stage.paint();
        stage.take(2, false);
        screen.look();
        stage.damage.add(LEFT);
        stage.painted.add(LEFT);
        clock.pass(MaskedScreen.REST);
        assertTrue(isSecretFree(screen.look()));
    }

    /** A few large areas are grabbed for many small ones. */
    @Test
    @Tag("001-57")
    void whatLiesBetweenThePaintedIsNotPainted() {
        theMailLiesUponTheViewer();
        stage.take(2, false);
        screen.look();
        clock.pass(MaskedScreen.REST);
        screen.look();
        stage.fill(new Area(0, 0, 10, 10), PLAIN);
        stage.fill(new Area(30, 50, 10, 10), PLAIN);
        stage.damage.add(LEFT);
        MaskedPicture masked = screen.look();
        assertTrue(isSecretFree(masked));
        assertEquals(PLAIN, at(masked, 5, 5));
        assertEquals(MaskedScreen.HIDDEN, at(masked, 20, 30));
    }
}
