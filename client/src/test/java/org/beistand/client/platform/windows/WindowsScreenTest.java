package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Grabbed;
import org.beistand.client.desktop.ScreenSource.Pointer;
import org.beistand.client.desktop.ScreenSource.Shape;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Test;

class WindowsScreenTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NOW = Duration.ofMillis(1);
    private static final Area DESK = new Area(-100, -20, 300, 200);

    private final Deque<Optional<Area>> desktops = new ArrayDeque<>(List.of(Optional.of(DESK)));
    private final List<String> done = new ArrayList<>();
    private final Shape arrow = new Shape(1, 1, 0, 0, new int[] {-1});
    private PointerLook.Place place = new PointerLook.Place(0, 0, true, 1);
    private List<MonitorTable.Found> monitors =
            List.of(new MonitorTable.Found("\\\\.\\DISPLAY1", new Area(0, 0, 200, 180), true, 96));
    private long nanos;
    private boolean drawn;
    private boolean lost;

    private final Captures captures = () -> {
        Optional<Area> desktop = desktops.size() > 1 ? desktops.remove() : desktops.element();
        done.add(desktop.isPresent() ? "open" : "closed to us");
        return desktop.map(FakeCapture::new);
    };

    private final class FakeCapture implements Capture {
        private final Area all;

        FakeCapture(Area all) {
            this.all = all;
        }

        @Override
        public Area virtualScreen() {
            return all;
        }

        @Override
        public boolean awaitDrawing(int millis) throws Lost {
            if (lost) {
                lost = false;
                throw new Lost("somebody locks the machine");
            }
            return drawn;
        }

        @Override
        public Grabbed grab(Picture into, boolean whole) throws Lost {
            if (lost) {
                lost = false;
                throw new Lost("somebody locks the machine");
            }
            drawn = false;
            return new Grabbed(List.of(whole ? into.area() : new Area(1, 1, 1, 1)), List.of());
        }

        @Override
        public void close() {
            done.add("closed");
        }
    }

    private WindowsScreen screen() throws DesktopException {
        return new WindowsScreen(
                captures,
                new PointerLook() {
                    @Override
                    public Place place() {
                        return place;
                    }

                    @Override
                    public Shape shape(Place now) {
                        return arrow;
                    }
                },
                () -> monitors,
                new WindowsScreen.OwnWindowShield() {
                    @Override
                    public void raise() {}

                    @Override
                    public void lower() {
                        done.add("lowered");
                    }
                },
                () -> nanos);
    }

    private static Picture pictureOf(WindowsScreen screen) {
        return new Picture(screen.bounds().width(), screen.bounds().height());
    }

    @Test
    void beginsAtZeroWhereverWindowsBegins() throws DesktopException {
        try (WindowsScreen screen = screen()) {
            assertEquals(new Area(0, 0, 300, 200), screen.bounds());
            place = new PointerLook.Place(-100, -20, true, 1);
            assertEquals(new Pointer(0, 0, true, arrow), screen.pointer());
            place = new PointerLook.Place(500, 0, true, 1);
            assertFalse(screen.pointer().visible());
            assertEquals(
                    List.of(new Monitor(1, "DISPLAY1", new Area(100, 20, 200, 180), true, 100)), screen.monitors());
        }
        assertEquals(List.of("open", "lowered", "closed"), done);
    }

    @Test
    void isStillUntilSomethingIsDrawnOrThePointerMoves() throws DesktopException, InterruptedException {
        try (WindowsScreen screen = screen()) {
            assertTrue(screen.awaitChange(NOW), "nobody has seen it yet");
            Picture picture = pictureOf(screen);
            assertEquals(List.of(picture.area()), screen.grab(picture).damage());
            assertFalse(screen.awaitChange(NOW));
            place = new PointerLook.Place(1, 0, true, 1);
            assertTrue(screen.awaitChange(SOON));
            screen.grab(picture);
            assertFalse(screen.awaitChange(NOW));
            drawn = true;
            assertTrue(screen.awaitChange(SOON));
            assertEquals(List.of(new Area(1, 1, 1, 1)), screen.grab(picture).damage());
        }
    }

    @Test
    void theLastPictureStaysWhileWindowsShowsAnotherDesktop() throws DesktopException, InterruptedException {
        try (WindowsScreen screen = screen()) {
            Picture picture = pictureOf(screen);
            screen.grab(picture);
            desktops.addAll(List.of(Optional.empty(), Optional.empty(), Optional.of(DESK)));
            desktops.remove();
            lost = true;
            assertTrue(screen.awaitChange(SOON));
            assertEquals(List.of("open", "closed", "closed to us", "closed to us", "open"), done);
            assertEquals(List.of(picture.area()), screen.grab(picture).damage(), "all may have changed meanwhile");
        }
    }

    @Test
    void aStandstillThatLastsHasAReason() throws DesktopException, InterruptedException {
        try (WindowsScreen screen = screen()) {
            screen.grab(pictureOf(screen));
            desktops.add(Optional.empty());
            desktops.remove();
            lost = true;
            assertEquals(Optional.empty(), screen.standstill());
            assertFalse(screen.awaitChange(NOW));
            nanos += 900_000_000;
            assertEquals(Optional.empty(), screen.standstill(), "it may be a new resolution");
            nanos += 100_000_000;
            assertEquals(Optional.of(Reason.SYSTEM_SCREEN_SHOWN), screen.standstill());
            desktops.add(Optional.of(DESK));
            desktops.remove();
            assertTrue(screen.awaitChange(SOON));
            assertEquals(Optional.empty(), screen.standstill());
        }
    }

    @Test
    void whatIsLostInTheMiddleOfAPictureComesBackWhole() throws DesktopException, InterruptedException {
        try (WindowsScreen screen = screen()) {
            Picture picture = pictureOf(screen);
            screen.grab(picture);
            lost = true;
            assertEquals(List.of(), screen.grab(picture).damage());
            assertTrue(screen.awaitChange(SOON));
            assertEquals(List.of(picture.area()), screen.grab(picture).damage());
        }
    }

    @Test
    void aNewResolutionIsAChangeUntilThePictureHasIt() throws DesktopException, InterruptedException {
        try (WindowsScreen screen = screen()) {
            Picture picture = pictureOf(screen);
            screen.grab(picture);
            desktops.add(Optional.of(new Area(0, 0, 640, 480)));
            desktops.remove();
            lost = true;
            assertTrue(screen.awaitChange(SOON));
            assertEquals(new Area(0, 0, 640, 480), screen.bounds());
            screen.grab(picture);
            assertTrue(screen.awaitChange(NOW));
            screen.grab(pictureOf(screen));
            assertFalse(screen.awaitChange(NOW));
        }
    }

    @Test
    void aPluggedMonitorIsAChange() throws DesktopException, InterruptedException {
        try (WindowsScreen screen = screen()) {
            screen.grab(pictureOf(screen));
            monitors = List.of(
                    new MonitorTable.Found("\\\\.\\DISPLAY2", new Area(-100, 0, 100, 100), false, 144),
                    new MonitorTable.Found("\\\\.\\DISPLAY1", new Area(0, 0, 200, 180), true, 0));
            assertTrue(screen.awaitChange(SOON));
            assertEquals(
                    List.of(
                            new Monitor(1, "DISPLAY1", new Area(100, 20, 200, 180), true, 0),
                            new Monitor(2, "DISPLAY2", new Area(0, 20, 100, 100), false, 150)),
                    screen.monitors());
        }
    }

    @Test
    void thereIsAlwaysAMonitor() throws DesktopException {
        monitors = List.of(new MonitorTable.Found("gone", new Area(9000, 0, 10, 10), true, 96));
        try (WindowsScreen screen = screen()) {
            assertEquals(List.of(Monitor.whole(new Area(0, 0, 300, 200))), screen.monitors());
        }
    }

    @Test
    void isNotOpenedOnADesktopThatIsNotThePersons() {
        desktops.addFirst(Optional.empty());
        DesktopException refused = assertThrows(DesktopException.class, this::screen);
        assertSame(Reason.SCREEN_NOT_CAPTURED, refused.reason());
    }

    @Test
    void findsNothingAfterTheEnd() throws DesktopException, InterruptedException {
        WindowsScreen screen = screen();
        screen.close();
        assertFalse(screen.awaitChange(SOON));
        assertEquals(List.of(), screen.grab(pictureOf(screen)).damage());
    }
}
