package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Monitors, as they are told by a server whose monitors come, go and change. */
@Timeout(60)
class X11MonitorsTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(800, 600);
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private ScreenSource open() throws Exception {
        return new X11Desktop(display.name()).openScreen();
    }

    /** Looks until nothing changes any more. */
    private static void settle(ScreenSource screen) throws InterruptedException {
        Area bounds = screen.bounds();
        var picture = new Picture(bounds.width(), bounds.height());
        do {
            screen.grab(picture);
        } while (screen.awaitChange(SHORT));
    }

    @Test
    void areTheWholeScreenWhereThereIsOne() throws Exception {
        try (ScreenSource screen = open()) {
            Monitor only = screen.monitors().getFirst();
            assertEquals(1, screen.monitors().size());
            assertEquals(new Area(0, 0, 800, 600), only.area());
            assertTrue(only.primary());
            assertEquals("screen", only.name());
        }
    }

    @Test
    void areToldWithTheirPlacesThePrimaryOneFirst() throws Exception {
        display.setMonitor("left", 300, 600, 0, 0, "none");
        display.setMonitor("*right", 500, 400, 300, 100, "screen");
        try (ScreenSource screen = open()) {
            List<Monitor> monitors = screen.monitors();
            assertEquals(
                    List.of("right", "left"),
                    monitors.stream().map(Monitor::name).toList());
            assertEquals(
                    List.of(true, false),
                    monitors.stream().map(Monitor::primary).toList());
            assertEquals(new Area(300, 100, 500, 400), monitors.getFirst().area());
            assertEquals(new Area(0, 0, 300, 600), monitors.getLast().area());
        }
    }

    @Test
    void wakeWhoeverWaitsWhenOneIsPluggedInOrTakenAway() throws Exception {
        display.setMonitor("first", 400, 600, 0, 0, "screen");
        try (ScreenSource screen = open()) {
            settle(screen);
            int id = screen.monitors().getFirst().id();
            display.setMonitor("second", 400, 600, 400, 0, "none");
            assertTrue(screen.awaitChange(LONG));
            assertEquals(2, screen.monitors().size());
            assertEquals(id, screen.monitors().getFirst().id(), "the same monitor has the same number");
            settle(screen);
            display.run("xrandr", "--delmonitor", "second");
            assertTrue(screen.awaitChange(LONG));
            assertEquals(1, screen.monitors().size());
            settle(screen);
            assertFalse(screen.awaitChange(SHORT));
        }
    }

    @Test
    void neverReachBeyondTheScreen() throws Exception {
        display.setMonitor("left", 400, 600, 0, 0, "screen");
        display.setMonitor("right", 400, 600, 400, 0, "none");
        try (ScreenSource screen = open()) {
            settle(screen);
            display.resize(640, 480);
            VirtualDisplay.eventually(
                    "the smaller screen", () -> screen.bounds().width() == 640);
            for (Monitor monitor : screen.monitors()) {
                assertEquals(monitor.area(), monitor.area().intersect(screen.bounds()));
            }
            assertEquals(new Area(400, 0, 240, 480), screen.monitors().getLast().area());
        }
    }

    @Test
    void areTheWholeScreenWhereTheServerDoesNotKnow() throws Exception {
        try (VirtualDisplay old = VirtualDisplay.start(320, 200, 24, "-extension", "RANDR");
                ScreenSource screen = new X11Desktop(old.name()).openScreen()) {
            assertEquals(List.of(Monitor.whole(new Area(0, 0, 320, 200))), screen.monitors());
        }
    }

    @Test
    void bearTheNameThatStandsOnThem() {
        byte[] edid = new byte[128];
        byte[] descriptor = "\0\0\0\u00FC\0Flat 27\n     ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(descriptor, 0, edid, 72, descriptor.length);
        assertEquals(Optional.of("Flat 27"), Edid.productName(edid));
        edid[80] = 7;
        assertEquals(Optional.empty(), Edid.productName(edid), "no letter");
        assertEquals(Optional.empty(), Edid.productName(new byte[128]));
        assertEquals(Optional.empty(), Edid.productName(new byte[127]));
    }
}
