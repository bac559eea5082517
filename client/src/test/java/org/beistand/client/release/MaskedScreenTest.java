package org.beistand.client.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.Windows;
import org.beistand.client.time.HandClock;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MaskedScreenTest {
    private static final int DESK = 0xFF204060;
    private static final int SECRET = 0xFFFF00FF;
    private static final int PLAIN = 0xFFEEEEEE;
    private static final long VIEWER = 100;
    private static final long MAIL = 200;
    private static final Share ONLY_THE_VIEWER = new Share(new Share.Programs(Set.of(VIEWER)), false, false);
    private static final Area LEFT = new Area(0, 0, 40, 60);
    private static final Area RIGHT = new Area(40, 0, 40, 60);

    private final HandClock clock = new HandClock();
    private final Stage stage = new Stage();
    private final Sharing sharing = new Sharing();
    private final MaskedScreen screen = new MaskedScreen(
            sharing, new KnownWindows(new NoOwnWindows(), Optional.of(stage), 7), stage.new Camera(), clock);

    /** A screen that is painted from its windows, unless they are slow to paint. */
    private static final class Stage implements Windows {
        final List<DesktopWindow> windows = new ArrayList<>();
        final List<Touch> touches = new ArrayList<>();
        final Picture glass = new Picture(80, 60);
        final List<Area> damage = new ArrayList<>();
        final List<Area> painted = new ArrayList<>();
        Runnable duringGrab = () -> {};
        boolean readable = true;
        List<Monitor> monitors = List.of(Monitor.whole(glass.area()));

        Stage() {
            Arrays.fill(glass.pixels(), DESK);
        }

        void put(long id, long process, Area area) {
            DesktopWindow window = new DesktopWindow(id, "", "", process, area);
            windows.add(window);
            touches.add(new Touch(Optional.of(window), area, true));
            paint();
        }

        /** Its picture stays where it was if nobody paints. */
        void take(long id, boolean painted) {
            DesktopWindow window =
                    windows.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
            windows.remove(window);
            touches.add(new Touch(Optional.of(window), window.area(), true));
            if (painted) {
                paint();
            }
        }

        /** Without painting anything. */
        void move(long id, Area to) {
            DesktopWindow window =
                    windows.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
            DesktopWindow moved = new DesktopWindow(id, "", "", window.process(), to);
            windows.set(windows.indexOf(window), moved);
            touches.add(new Touch(Optional.of(window), window.area(), false));
            touches.add(new Touch(Optional.of(moved), to, false));
        }

        void paint() {
            fill(glass.area(), DESK);
            windows.forEach(window -> fill(window.area(), window.process() == MAIL ? SECRET : PLAIN));
        }

        private void fill(Area area, int colour) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                Arrays.fill(glass.pixels(), y * 80 + area.x(), y * 80 + area.x() + area.width(), colour);
            }
            damage.add(area);
            painted.add(area);
        }

        @Override
        public List<DesktopWindow> stacked() {
            return List.copyOf(windows);
        }

        @Override
        public Optional<Stacking> stacking() {
            return readable ? Optional.of(new Stacking(touches.size(), windows)) : Optional.empty();
        }

        @Override
        public Optional<List<Touch>> touchedSince(long moment) {
            return Optional.of(List.copyOf(touches.subList((int) moment, touches.size())));
        }

        @Override
        public Optional<DesktopWindow> focused() {
            return Optional.empty();
        }

        @Override
        public void close() {}

        final class Camera implements ScreenSource {
            @Override
            public Area bounds() {
                return glass.area();
            }

            @Override
            public List<Monitor> monitors() {
                return monitors;
            }

            @Override
            public boolean awaitChange(Duration atMost) {
                return !damage.isEmpty();
            }

            @Override
            public Grabbed grab(Picture into) {
                duringGrab.run();
                System.arraycopy(glass.pixels(), 0, into.pixels(), 0, glass.pixels().length);
                List<Area> grabbed = List.copyOf(damage);
                List<Area> paintedNow = List.copyOf(painted);
                damage.clear();
                painted.clear();
                return new Grabbed(grabbed, List.of(), paintedNow);
            }

            @Override
            public Pointer pointer() {
                return new Pointer(60, 30, true, new Shape(1, 1, 0, 0, new int[] {SECRET}));
            }

            @Override
            public void close() {}
        }
    }

    private static int at(MaskedPicture masked, int x, int y) {
        return masked.picture().pixels()[y * 80 + x];
    }

    private static boolean isSecretFree(MaskedPicture masked) {
        return Arrays.stream(masked.picture().pixels()).noneMatch(pixel -> pixel == SECRET);
    }

    /** What is seen when the windows have rested. */
    private MaskedPicture looked() {
        screen.look();
        rest();
        return screen.look();
    }

    private void rest() {
        clock.pass(MaskedScreen.PAINTING);
    }

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
        MaskedPicture masked = looked();
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
        rest();
        assertEquals(PLAIN, at(screen.look(), 10, 10));
    }

    /** A window that has not painted itself yet takes along what it came to lie upon. */
    @Test
    @Tag("001-57")
    void hidesWhatIsCarriedAlong() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(2, MAIL, new Area(0, 0, 10, 10));
        stage.put(1, VIEWER, new Area(20, 0, 20, 20));
        looked();
        stage.move(1, new Area(0, 0, 20, 20));
        stage.move(1, new Area(30, 0, 20, 20));
        stage.fill(new Area(30, 0, 10, 10), SECRET);
        assertTrue(isSecretFree(screen.look()));
    }

    @Test
    @Tag("001-57")
    void showsTheChosenMonitorWhereverItStands() {
        showOnly(RIGHT);
        stage.put(1, MAIL, LEFT);
        stage.put(2, VIEWER, RIGHT);
        MaskedPicture masked = looked();
        assertEquals(PLAIN, at(masked, 50, 10));
        assertTrue(isSecretFree(masked));
        stage.monitors =
                List.of(monitor(1, "left", new Area(0, 0, 60, 60)), monitor(2, "right", new Area(60, 0, 20, 60)));
        assertTrue(isSecretFree(screen.look()));
        stage.move(1, new Area(0, 0, 60, 60));
        stage.windows.add(stage.windows.removeFirst());
        stage.paint();
        masked = looked();
        assertTrue(isSecretFree(masked));
        assertEquals(PLAIN, at(masked, 65, 10));
        assertEquals(List.of(stage.monitors.getLast()), screen.monitors());
    }

    @Test
    @Tag("001-57")
    void showsNothingWhenTheMonitorsChangeDuringALook() {
        showOnly(RIGHT);
        stage.put(2, VIEWER, RIGHT);
        assertEquals(PLAIN, at(looked(), 50, 10));
        stage.duringGrab = () -> {
            stage.monitors = List.of(monitor(1, "left", stage.glass.area()));
            stage.fill(stage.glass.area(), SECRET);
        };
        MaskedPicture masked = screen.look();
        assertTrue(isSecretFree(masked));
        assertEquals(MaskedScreen.HIDDEN, at(masked, 50, 10));
    }

    @Test
    void aMonitorThatIsPluggedInBesideTheChosenOneDisturbsNothing() {
        showOnly(RIGHT);
        stage.put(2, VIEWER, RIGHT);
        looked();
        List<Monitor> both = stage.monitors;
        stage.duringGrab = () -> stage.monitors = List.of(both.getFirst(), both.getLast(), monitor(3, "third", LEFT));
        assertEquals(PLAIN, at(screen.look(), 50, 10));
        assertEquals(PLAIN, at(screen.look(), 50, 10));
    }

    @Test
    @Tag("001-57")
    void showsNothingWhileTheMonitorIsGone() {
        showOnly(RIGHT);
        stage.put(2, VIEWER, RIGHT);
        List<Monitor> both = stage.monitors;
        assertEquals(PLAIN, at(looked(), 50, 10));
        assertEquals(Optional.empty(), screen.standstill());
        stage.monitors = List.of(monitor(1, "left", LEFT));
        assertEquals(MaskedScreen.HIDDEN, at(looked(), 50, 10));
        assertEquals(Optional.of(Reason.MONITOR_GONE), screen.standstill());
        stage.monitors = List.of(monitor(1, "left", LEFT), monitor(2, "another in its socket", RIGHT));
        assertEquals(MaskedScreen.HIDDEN, at(looked(), 50, 10));
        stage.monitors = both;
        assertEquals(PLAIN, at(looked(), 50, 10));
        assertEquals(Optional.empty(), screen.standstill());
    }

    @Test
    @Tag("001-61")
    void knowsWhereTheMonitorStandsAlsoIfNobodyLooks() {
        showOnly(RIGHT);
        var known = new KnownWindows(new NoOwnWindows(), Optional.of(stage), 7);
        stage.put(1, VIEWER, stage.glass.area());
        assertFalse(known.isOutOfReach(sharing.now().share(), 50, 10));
        stage.monitors = List.of(monitor(2, "right", LEFT));
        screen.follow();
        assertTrue(known.isOutOfReach(sharing.now().share(), 50, 10));
        assertFalse(known.isOutOfReach(sharing.now().share(), 10, 10));
    }

    /** Of two monitors. */
    private void showOnly(Area area) {
        stage.monitors = List.of(monitor(1, "left", LEFT), monitor(2, "right", RIGHT));
        Monitor chosen = stage.monitors.stream()
                .filter(one -> one.area().equals(area))
                .findFirst()
                .orElseThrow();
        sharing.choose(new Share(new Share.Monitor(chosen), true, true));
    }

    private static Monitor monitor(int id, String name, Area area) {
        return new Monitor(id, name, area, id == 1, 100);
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
        masked = looked();
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
        rest();
        screen.look();
        stage.take(2, false);
        assertTrue(isSecretFree(screen.look()));
        assertTrue(isSecretFree(screen.look()));
        stage.paint();
        rest();
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
        rest();
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
        rest();
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
        rest();
        assertEquals(PLAIN, at(screen.look(), 10, 10));
        stage.duringGrab = () -> {
            stage.take(1, true);
            stage.windows.add(new Windows.DesktopWindow(1, "", "", VIEWER, LEFT));
            stage.touches.add(new Windows.Touch(Optional.of(stage.windows.getLast()), LEFT, false));
            stage.duringGrab = () -> {};
        };
        assertTrue(isSecretFree(screen.look()), "grabbed while the other one could be seen");
        stage.paint();
        rest();
        MaskedPicture masked = screen.look();
        assertEquals(PLAIN, at(masked, 10, 10));
        assertTrue(isSecretFree(masked));
    }

    @Test
    @Tag("001-57")
    void hidesAllWhileTheWindowsCannotBeRead() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(1, VIEWER, LEFT);
        assertEquals(PLAIN, at(looked(), 10, 10));
        stage.readable = false;
        assertEquals(MaskedScreen.HIDDEN, at(screen.look(), 10, 10));
    }

    @Test
    void keepsWhatIsLateUntilItCanBeShown() {
        sharing.choose(ONLY_THE_VIEWER);
        stage.put(2, MAIL, LEFT);
        stage.put(1, VIEWER, LEFT);
        screen.look();
        rest();
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
        looked();
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
