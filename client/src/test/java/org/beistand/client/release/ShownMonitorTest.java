package org.beistand.client.release;

import static org.beistand.client.release.MaskedStage.LEFT;
import static org.beistand.client.release.MaskedStage.MAIL;
import static org.beistand.client.release.MaskedStage.PLAIN;
import static org.beistand.client.release.MaskedStage.RIGHT;
import static org.beistand.client.release.MaskedStage.SECRET;
import static org.beistand.client.release.MaskedStage.VIEWER;
import static org.beistand.client.release.MaskedStage.at;
import static org.beistand.client.release.MaskedStage.isSecretFree;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One monitor is shown, wherever it stands. */
class ShownMonitorTest {
    private final MaskedStage stage = new MaskedStage();

    @Test
    @Tag("001-57")
    void showsTheChosenMonitorWhereverItStands() {
        showTheRightOne();
        stage.put(1, MAIL, LEFT);
        stage.put(2, VIEWER, RIGHT);
        MaskedPicture masked = stage.looked();
        assertEquals(PLAIN, at(masked, 50, 10));
        assertTrue(isSecretFree(masked));
        stage.monitors =
                List.of(monitor(1, "left", new Area(0, 0, 60, 60)), monitor(2, "right", new Area(60, 0, 20, 60)));
        assertTrue(isSecretFree(stage.screen.look()));
        stage.move(1, new Area(0, 0, 60, 60));
        stage.windows.add(stage.windows.removeFirst());
        stage.paint();
        masked = stage.looked();
        assertTrue(isSecretFree(masked));
        assertEquals(PLAIN, at(masked, 65, 10));
        assertEquals(List.of(stage.monitors.getLast()), stage.screen.monitors());
    }

    @Test
    @Tag("001-57")
    void showsNothingWhenTheMonitorsChangeDuringALook() {
        showTheRightOne();
        stage.put(2, VIEWER, RIGHT);
        assertEquals(PLAIN, at(stage.looked(), 50, 10));
        stage.duringGrab = () -> {
            stage.monitors = List.of(monitor(1, "left", stage.glass.area()));
            stage.fill(stage.glass.area(), SECRET);
        };
        MaskedPicture masked = stage.screen.look();
        assertTrue(isSecretFree(masked));
        assertEquals(MaskedScreen.HIDDEN, at(masked, 50, 10));
    }

    @Test
    void aMonitorThatIsPluggedInBesideTheChosenOneDisturbsNothing() {
        showTheRightOne();
        stage.put(2, VIEWER, RIGHT);
        stage.looked();
        List<Monitor> both = stage.monitors;
        stage.duringGrab = () -> stage.monitors = List.of(both.getFirst(), both.getLast(), monitor(3, "third", LEFT));
        assertEquals(PLAIN, at(stage.screen.look(), 50, 10));
        assertEquals(PLAIN, at(stage.screen.look(), 50, 10));
    }

    @Test
    @Tag("001-57")
    void showsNothingWhileTheMonitorIsGone() {
        showTheRightOne();
        stage.put(2, VIEWER, RIGHT);
        List<Monitor> both = stage.monitors;
        assertEquals(PLAIN, at(stage.looked(), 50, 10));
        assertEquals(Optional.empty(), stage.screen.standstill());
        stage.monitors = List.of(monitor(1, "left", LEFT));
        assertEquals(MaskedScreen.HIDDEN, at(stage.looked(), 50, 10));
        assertEquals(Optional.of(Reason.MONITOR_GONE), stage.screen.standstill());
        stage.monitors = List.of(monitor(1, "left", LEFT), monitor(2, "another in its socket", RIGHT));
        assertEquals(MaskedScreen.HIDDEN, at(stage.looked(), 50, 10));
        stage.monitors = both;
        assertEquals(PLAIN, at(stage.looked(), 50, 10));
        assertEquals(Optional.empty(), stage.screen.standstill());
    }

    @Test
    @Tag("001-61")
    void knowsWhereTheMonitorStandsAlsoIfNobodyLooks() {
        showTheRightOne();
        stage.put(1, VIEWER, stage.glass.area());
        assertFalse(stage.known.isOutOfReach(stage.sharing.now().share(), 50, 10));
        stage.monitors = List.of(monitor(2, "right", LEFT));
        stage.screen.follow();
        assertTrue(stage.known.isOutOfReach(stage.sharing.now().share(), 50, 10));
        assertFalse(stage.known.isOutOfReach(stage.sharing.now().share(), 10, 10));
    }

    private void showTheRightOne() {
        stage.monitors = List.of(monitor(1, "left", LEFT), monitor(2, "right", RIGHT));
        stage.sharing.choose(new Share(new Share.Monitor(stage.monitors.getLast()), true, true));
    }

    private static Monitor monitor(int id, String name, Area area) {
        return new Monitor(id, name, area, id == 1, 100);
    }
}
