package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenBorder;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.release.KnownWindows;
import org.beistand.client.release.Marks;
import org.beistand.client.release.MaskedPicture;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.OwnPlaces;
import org.beistand.client.release.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The strips around a place on a real X server: she sees them, nobody else does, and they are in nobody's way. */
@Timeout(60)
class X11StopMarkTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int GROUND = 0xFF3060A0;
    private static final int RED = 0xFF000000 | X11Border.STOPPED;
    private static final Area PLACE = new Area(300, 200, 184, 64);
    private static final List<Area> STRIPS = Marks.around(List.of(PLACE), new Area(0, 0, WIDTH, HEIGHT));

    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(WIDTH, HEIGHT);
        display.run("xsetroot", "-solid", "#3060a0");
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private static boolean isInStrips(int at) {
        return STRIPS.stream().anyMatch(strip -> strip.contains(at % WIDTH, at / WIDTH));
    }

    @Test
    @Tag("001-51")
    @Tag("001-57")
    void sheSeesItAndNoPictureHasIt() throws Exception {
        X11Desktop desktop = new X11Desktop(display.name());
        KnownWindows known = new KnownWindows(
                OwnPlaces.NONE,
                Optional.of(desktop.openWindows()),
                ProcessHandle.current().pid());
        Picture raw = new Picture(WIDTH, HEIGHT);
        try (MaskedScreen screen = new MaskedScreen(
                        new Sharing(), known, desktop.openScreen(), () -> Instant.EPOCH.plusNanos(System.nanoTime()));
                ScreenSource bare = desktop.openScreen();
                ScreenBorder mark = desktop.openStopMark()) {
            VirtualDisplay.eventually(
                    "all is shown",
                    () -> Arrays.stream(screen.look().picture().pixels()).allMatch(pixel -> pixel == GROUND));
            mark.show(STRIPS, false);
            VirtualDisplay.eventually("she sees it", () -> {
                assertFalse(hasRed(screen.look()));
                bare.grab(raw);
                return Arrays.stream(raw.pixels()).filter(pixel -> pixel == RED).count() == count();
            });
            int[] masked = screen.look().picture().pixels();
            for (int at = 0; at < masked.length; at++) {
                assertEquals(isInStrips(at) ? MaskedScreen.HIDDEN : GROUND, masked[at], "at " + at);
            }
            mark.show(List.of(), false);
            VirtualDisplay.eventually("nothing is left of it", () -> {
                MaskedPicture now = screen.look();
                assertFalse(hasRed(now));
                return Arrays.stream(now.picture().pixels()).allMatch(pixel -> pixel == GROUND);
            });
            bare.grab(raw);
            assertTrue(Arrays.stream(raw.pixels()).allMatch(pixel -> pixel == GROUND));
        }
    }

    private static boolean hasRed(MaskedPicture masked) {
        return Arrays.stream(masked.picture().pixels()).anyMatch(pixel -> pixel == RED);
    }

    private static long count() {
        return STRIPS.stream()
                .mapToLong(strip -> (long) strip.width() * strip.height())
                .sum();
    }

    @Test
    void clicksGoThrough() throws Exception {
        Process xev = display.listen("xev", "-event", "button", "-geometry", "300x200+250+150");
        display.awaitWindow("Event Tester");
        X11Desktop desktop = new X11Desktop(display.name());
        Area strip = STRIPS.getFirst();
        try (ScreenBorder mark = desktop.openStopMark();
                ScreenSource bare = desktop.openScreen();
                InputSink input = desktop.openInput();
                var lines = new BufferedReader(new InputStreamReader(xev.getInputStream(), StandardCharsets.UTF_8))) {
            mark.show(STRIPS, false);
            Picture raw = new Picture(WIDTH, HEIGHT);
            VirtualDisplay.eventually("it lies upon the window", () -> {
                bare.grab(raw);
                return raw.pixels()[(strip.y() + 1) * WIDTH + strip.x() + 50] == RED;
            });
            input.movePointer(strip.x() + 50, strip.y() + 1);
            input.button(1, true);
            input.button(1, false);
            String pressed = lines.readLine();
            while (pressed != null && !pressed.contains("ButtonPress")) {
                pressed = lines.readLine();
            }
            assertTrue(pressed != null, "the window beneath is clicked");
        }
    }
}
