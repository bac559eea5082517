package org.beistand.client.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Use;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HiddenPlacesTest {
    private static final long OURS = 7;
    private static final long VIEWER = 100;
    private static final long MAIL = 200;
    private static final long SHELL = 300;
    private static final Area SCREEN = new Area(0, 0, 100, 80);
    private static final Share ONLY_THE_VIEWER = programs(VIEWER);

    private static Share programs(Long... processes) {
        return new Share(new Share.Programs(Set.of(processes)), false, false);
    }

    private static DesktopWindow window(long id, long process, Area area) {
        return new DesktopWindow(id, "", "", process, area);
    }

    private static DesktopWindow special(long id, long process, Area area, Use use, long owner, boolean menu) {
        return new DesktopWindow(id, "", "", process, area, area, List.of(area), use, owner, menu, false);
    }

    private static HiddenPlaces places(Share share, DesktopWindow... lowestFirst) {
        return new HiddenPlaces(share, SCREEN, OURS, List.of(), Optional.of(List.of(lowestFirst)));
    }

    private static boolean hides(HiddenPlaces places, int x, int y) {
        return places.hidden().contains(x, y);
    }

    @Test
    @Tag("001-57")
    void ofOneProgramAreAllThatItDoesNotCover() {
        HiddenPlaces places = places(
                ONLY_THE_VIEWER,
                window(1, VIEWER, new Area(10, 10, 40, 40)),
                window(2, MAIL, new Area(30, 30, 40, 40)));
        assertFalse(hides(places, 20, 20));
        assertTrue(hides(places, 35, 35), "the other program lies upon it");
        assertTrue(hides(places, 60, 60), "the other program");
        assertTrue(hides(places, 5, 5), "no window at all");
    }

    @Test
    @Tag("001-57")
    void areNoneWhereAReleasedWindowLiesOnTop() {
        HiddenPlaces places = places(
                ONLY_THE_VIEWER, window(2, MAIL, new Area(0, 0, 100, 80)), window(1, VIEWER, new Area(10, 10, 40, 40)));
        assertFalse(hides(places, 30, 30));
        assertTrue(hides(places, 9, 9));
        assertTrue(places.reach().contains(30, 30));
    }

    @Test
    @Tag("001-57")
    void areNotTheMenusAndDialogsOfAReleasedProgram() {
        HiddenPlaces places = places(
                ONLY_THE_VIEWER,
                window(1, VIEWER, new Area(0, 0, 20, 20)),
                special(2, VIEWER, new Area(20, 0, 10, 10), Use.PROGRAM, 0, true),
                special(3, MAIL, new Area(40, 0, 10, 10), Use.PROGRAM, 1, false),
                special(4, MAIL, new Area(60, 0, 10, 10), Use.PROGRAM, 0, true),
                special(5, MAIL, new Area(80, 0, 10, 10), Use.PROGRAM, 99, false));
        assertFalse(hides(places, 25, 5), "its menu");
        assertFalse(hides(places, 45, 5), "a dialog that was opened for it");
        assertTrue(hides(places, 65, 5), "another program's menu");
        assertTrue(hides(places, 85, 5), "opened for nobody that is there");
    }

    @Test
    void doNotTurnRoundInWindowsThatWereOpenedForEachOther() {
        HiddenPlaces places = places(
                ONLY_THE_VIEWER,
                special(1, MAIL, new Area(0, 0, 10, 10), Use.PROGRAM, 2, false),
                special(2, MAIL, new Area(20, 0, 10, 10), Use.PROGRAM, 1, false));
        assertTrue(hides(places, 5, 5));
    }

    @Test
    @Tag("001-59")
    @Tag("001-60")
    void areTheBackgroundAndTheTaskbarIfSheWishes() {
        DesktopWindow[] desktop = {
            special(1, SHELL, SCREEN, Use.BACKGROUND, 0, false),
            window(2, MAIL, new Area(10, 10, 20, 20)),
            special(3, SHELL, new Area(0, 70, 100, 10), Use.TASKBAR, 0, false),
            special(4, SHELL, new Area(80, 50, 20, 20), Use.PROGRAM, 0, true)
        };
        HiddenPlaces noBackground = places(new Share(new Share.Everything(), false, true), desktop);
        assertTrue(hides(noBackground, 50, 50));
        assertFalse(hides(noBackground, 15, 15));
        assertFalse(hides(noBackground, 50, 75));
        HiddenPlaces noTaskbar = places(new Share(new Share.Everything(), true, false), desktop);
        assertFalse(hides(noTaskbar, 50, 50));
        assertFalse(hides(noTaskbar, 15, 15));
        assertTrue(hides(noTaskbar, 50, 75));
        assertTrue(hides(noTaskbar, 90, 60), "the taskbar's menu");
        HiddenPlaces all = places(Share.EVERYTHING, desktop);
        assertTrue(all.hidden().isEmpty());
    }

    @Test
    void areWhatIsNotOnTheMonitor() {
        HiddenPlaces places = places(new Share(monitor(new Area(50, 0, 50, 80)), true, true), window(1, MAIL, SCREEN));
        assertTrue(hides(places, 49, 10));
        assertFalse(hides(places, 50, 10));
        assertTrue(places.isOutOfReach(49, 10));
        assertFalse(places.isOutOfReach(50, 10));
    }

    @Test
    @Tag("001-57")
    void areEverythingWhileTheMonitorIsGone() {
        HiddenPlaces places = places(new Share(monitor(new Area(0, 0, 0, 0)), true, true), window(1, MAIL, SCREEN));
        assertTrue(places.hidden().covers(Region.of(SCREEN)));
        assertTrue(places.isOutOfReach(0, 0));
        assertTrue(places.isOutOfReach(Optional.of(window(1, MAIL, SCREEN))));
        assertEquals(List.of(), Marks.around(places.marked(), SCREEN));
    }

    private static Share.Monitor monitor(Area area) {
        return new Share.Monitor(3, "HDMI-1", area);
    }

    @Test
    void areOurOwnWindowsInAnyCase() {
        HiddenPlaces places = places(
                Share.EVERYTHING,
                window(1, OURS, new Area(0, 0, 30, 30)),
                special(2, OURS, new Area(40, 0, 10, 10), Use.PROGRAM, 0, true),
                window(3, MAIL, new Area(20, 20, 30, 30)));
        assertTrue(hides(places, 10, 10));
        assertTrue(hides(places, 45, 5));
        assertFalse(hides(places, 25, 25), "somebody else lies upon it");
    }

    @Test
    void areOurOwnWindowsToldByOurselvesIfNobodyElseKnows() {
        Optional<List<DesktopWindow>> unknown = Optional.of(List.of(window(1, -1, new Area(0, 0, 30, 30))));
        HiddenPlaces places =
                new HiddenPlaces(Share.EVERYTHING, SCREEN, OURS, List.of(new Area(20, 20, 20, 20)), unknown);
        assertFalse(hides(places, 10, 10));
        assertTrue(hides(places, 25, 25));
        assertTrue(hides(places, 35, 35));
    }

    @Test
    @Tag("001-57")
    void areEverythingIfTheWindowsCannotBeRead() {
        for (Share share : List.of(
                ONLY_THE_VIEWER,
                new Share(new Share.Everything(), false, true),
                new Share(new Share.Everything(), true, false),
                new Share(monitor(SCREEN), false, true))) {
            HiddenPlaces places = new HiddenPlaces(share, SCREEN, OURS, List.of(), Optional.empty());
            assertTrue(places.hidden().covers(Region.of(SCREEN)), share::toString);
            assertTrue(places.isOutOfReach(10, 10), share::toString);
            assertTrue(places.isOutOfReach(Optional.empty()), share::toString);
        }
    }

    @Test
    @Tag("001-57")
    void showThroughTheHolesOfAReleasedWindow() {
        Area area = new Area(0, 0, 40, 40);
        DesktopWindow round = new DesktopWindow(
                2, "", "", VIEWER, area, area, List.of(new Area(10, 10, 20, 20)), Use.PROGRAM, 0, false, false);
        HiddenPlaces places = places(ONLY_THE_VIEWER, window(1, MAIL, SCREEN), round);
        assertTrue(hides(places, 5, 5));
        assertFalse(hides(places, 15, 15));
        assertTrue(places.isOutOfReach(5, 5));
        assertFalse(places.isOutOfReach(15, 15));
    }

    @Test
    @Tag("001-57")
    void reachAsFarAsTheShadowOfAHiddenWindow() {
        DesktopWindow withShadow = new DesktopWindow(
                2,
                "",
                "",
                MAIL,
                new Area(30, 30, 10, 10),
                new Area(20, 20, 30, 30),
                List.of(),
                Use.PROGRAM,
                0,
                false,
                false);
        assertTrue(hides(places(ONLY_THE_VIEWER, window(1, VIEWER, SCREEN), withShadow), 21, 21));
    }

    @Test
    @Tag("001-61")
    void areOutOfReachOfThePointer() {
        HiddenPlaces places = places(
                ONLY_THE_VIEWER,
                window(1, VIEWER, new Area(10, 10, 40, 40)),
                window(2, MAIL, new Area(30, 30, 40, 40)));
        assertFalse(places.isOutOfReach(20, 20));
        assertTrue(places.isOutOfReach(35, 35));
        assertTrue(places.isOutOfReach(5, 5));
        assertFalse(places(Share.EVERYTHING).isOutOfReach(5, 5));
    }

    @Test
    @Tag("001-61")
    void areOutOfReachOfTheKeyboard() {
        DesktopWindow released = window(1, VIEWER, new Area(10, 10, 40, 40));
        DesktopWindow hidden = window(2, MAIL, new Area(30, 30, 40, 40));
        HiddenPlaces places = places(ONLY_THE_VIEWER, released, hidden);
        assertFalse(places.isOutOfReach(Optional.of(released)));
        assertTrue(places.isOutOfReach(Optional.of(hidden)));
        assertTrue(places.isOutOfReach(Optional.empty()), "nobody knows where it goes");
        assertFalse(places(Share.EVERYTHING, hidden).isOutOfReach(Optional.empty()));
    }

    @Test
    void letClicksPassThroughWindowsThatCannotBeTouched() {
        Area area = new Area(0, 0, 40, 40);
        DesktopWindow edge = new DesktopWindow(2, "", "", OURS, area, area, List.of(area), Use.PROGRAM, 0, true, true);
        HiddenPlaces places = places(ONLY_THE_VIEWER, window(1, VIEWER, SCREEN), edge);
        assertTrue(hides(places, 5, 5));
        assertFalse(places.isOutOfReach(5, 5));
    }
}
