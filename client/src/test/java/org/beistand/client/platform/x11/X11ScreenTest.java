package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class X11ScreenTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(640, 480);
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private ScreenSource open() throws DesktopException {
        return new X11Desktop(display.name()).openScreen();
    }

    /** The screen as another program sees it. */
    private int[] asSeenByImport() {
        return asSeenByImport(display);
    }

    private static int[] asSeenByImport(VirtualDisplay display) {
        byte[] rgb = display.runForBytes("import", "-silent", "-window", "root", "-depth", "8", "rgb:-");
        int[] pixels = new int[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
        }
        return pixels;
    }

    /** Looks until nothing changes any more. */
    private static void settle(ScreenSource screen, Picture picture) throws InterruptedException {
        do {
            screen.grab(picture);
        } while (screen.awaitChange(SHORT));
    }

    @Test
    void isEqualToThePictureOfAnotherProgramPixelByPixel() throws Exception {
        display.withWindowManager();
        display.start("xterm", "-title", "letters", "-geometry", "60x20+30+40", "-e", "sh", "-c", "ls -l /; read x");
        display.awaitWindow("letters");
        try (ScreenSource screen = open()) {
            var picture = new Picture(640, 480);
            settle(screen, picture);
            assertTrue(Arrays.stream(picture.pixels()).distinct().count() > 3, "there is nothing to see");
            assertArrayEquals(asSeenByImport(), picture.pixels());
        }
    }

    @Test
    void staysEqualThoughOnlyChangesAreFetched() throws Exception {
        display.withWindowManager();
        try (ScreenSource screen = open()) {
            var picture = new Picture(640, 480);
            settle(screen, picture);
            display.start("xterm", "-title", "moving", "-geometry", "40x10+10+10", "-e", "sh", "-c", "ls -l /; read x");
            String window = Long.toString(display.awaitWindow("moving"));
            for (int step = 1; step <= 5; step++) {
                display.run("xdotool", "windowmove", window, "" + 37 * step, "" + 23 * step);
                assertTrue(screen.awaitChange(LONG));
                screen.grab(picture);
            }
            settle(screen, picture);
            assertArrayEquals(asSeenByImport(), picture.pixels());
        }
    }

    @Test
    void whatIsPaintedAgainAsItWasHasNotChanged() throws Exception {
        display.run("xsetroot", "-solid", "#12AB9F");
        try (ScreenSource screen = open()) {
            var picture = new Picture(640, 480);
            settle(screen, picture);
            display.run("xsetroot", "-solid", "#12AB9F");
            assertTrue(screen.awaitChange(LONG), "the server did not tell that something was painted");
            ScreenSource.Grabbed same = screen.grab(picture);
            assertEquals(List.of(picture.area()), same.painted());
            assertEquals(List.of(), same.damage());

            display.run("xsetroot", "-solid", "#12AB9E");
            assertTrue(screen.awaitChange(LONG));
            assertEquals(List.of(picture.area()), screen.grab(picture).damage());
        }
    }

    @Test
    void readsPicturesAlsoFromAServerThatSharesNoMemory() throws Exception {
        try (VirtualDisplay poor = VirtualDisplay.start(320, 200, 24, "-extension", "MIT-SHM");
                ScreenSource screen = new X11Desktop(poor.name()).openScreen()) {
            poor.run("xsetroot", "-solid", "#12AB9F");
            var picture = new Picture(320, 200);
            screen.grab(picture);
            assertTrue(Arrays.stream(picture.pixels()).allMatch(pixel -> pixel == 0xFF12AB9F));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 24, 30})
    void showsTheColoursOfEveryDepthAsAnotherProgramSeesThem(int depth) throws Exception {
        for (String[] memory : new String[][] {{}, {"-extension", "MIT-SHM"}}) {
            try (VirtualDisplay other = VirtualDisplay.start(321, 200, depth, memory)) {
                other.run("xsetroot", "-mod", "7", "5", "-fg", "#12AB9F", "-bg", "#E0712C");
                try (ScreenSource screen = new X11Desktop(other.name()).openScreen()) {
                    var picture = new Picture(321, 200);
                    settle(screen, picture);
                    assertTrue(Arrays.stream(picture.pixels()).distinct().count() > 1, "there is nothing to see");
                    assertSameColours(asSeenByImport(other), picture.pixels(), depth == 24 ? 0 : 1);
                }
            }
        }
    }

    /** @param rounding by how much a colour may be brighter: the other program rounds down what has no eight bits */
    private static void assertSameColours(int[] expected, int[] seen, int rounding) {
        assertEquals(expected.length, seen.length);
        for (int i = 0; i < seen.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int brighter = (seen[i] >>> shift & 0xFF) - (expected[i] >>> shift & 0xFF);
                assertTrue(brighter >= 0 && brighter <= rounding, "pixel " + i + " is off by " + brighter);
            }
        }
    }

    @Test
    void refusesAScreenWhosePixelsItCannotRead() {
        try (VirtualDisplay coarse = VirtualDisplay.start(320, 200, 8)) {
            var refusal = assertThrows(DesktopException.class, () -> new X11Desktop(coarse.name()).openScreen());
            assertEquals(Reason.SCREEN_NOT_CAPTURED, refusal.reason());
        }
    }

    @Test
    void saysThatThereIsNoDisplay() {
        var refusal = assertThrows(DesktopException.class, () -> new X11Desktop(":65000").openScreen());
        assertEquals(Reason.NO_DISPLAY, refusal.reason());
    }

    @Test
    void sleepsWhileNothingIsDrawn() throws Exception {
        try (ScreenSource screen = open()) {
            var picture = new Picture(640, 480);
            settle(screen, picture);
            assertFalse(screen.awaitChange(Duration.ofSeconds(2)));
            assertEquals(List.of(), screen.grab(picture).damage());
        }
    }

    @Test
    void namesTheAreaThatWasDrawnOnAndLeavesTheRestAlone() throws Exception {
        try (ScreenSource screen = open()) {
            var picture = new Picture(640, 480);
            settle(screen, picture);
            picture.pixels()[0] = 0x12345678;
            display.start("xterm", "-title", "small", "-geometry", "10x5+300+200", "-e", "cat");
            display.awaitWindow("small");
            assertTrue(screen.awaitChange(LONG));
            List<Area> damage = screen.grab(picture).damage();
            assertFalse(damage.isEmpty());
            for (Area area : damage) {
                assertTrue(area.x() >= 300 && area.y() >= 200, area.toString());
            }
            assertEquals(0x12345678, picture.pixels()[0]);
        }
    }

    @Test
    void fillsANewPictureWhole() throws Exception {
        display.run("xsetroot", "-solid", "#010203");
        try (ScreenSource screen = open()) {
            settle(screen, new Picture(640, 480));
            var second = new Picture(640, 480);
            assertEquals(List.of(new Area(0, 0, 640, 480)), screen.grab(second).damage());
            assertEquals(0xFF010203, second.pixels()[640 * 480 - 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mousemove", "mousemove_relative"}) // set by a program, moved as by a mouse
    void wakesWhenThePointerMovesAndTellsWhereItIs(String move) throws Exception {
        try (ScreenSource screen = open()) {
            display.run("xdotool", "mousemove", "0", "0");
            settle(screen, new Picture(640, 480));
            CompletableFuture<Boolean> change = CompletableFuture.supplyAsync(() -> {
                try {
                    return screen.awaitChange(LONG);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            display.run("xdotool", move, "123", "45");
            assertTrue(change.get());
            assertEquals(123, screen.pointer().x());
            assertEquals(45, screen.pointer().y());
        }
    }

    @Test
    void keepsTheShapeOfThePointerUntilItLooksDifferent() throws Exception {
        display.start("xterm", "-title", "letters", "-geometry", "40x10+100+100", "-e", "cat");
        display.awaitWindow("letters");
        display.run("xdotool", "mousemove", "5", "5");
        try (ScreenSource screen = open()) {
            settle(screen, new Picture(640, 480));
            ScreenSource.Shape outside = screen.pointer().shape();
            assertSame(outside, screen.pointer().shape());
            assertTrue(screen.pointer().visible());
            assertTrue(Arrays.stream(outside.argb()).anyMatch(pixel -> pixel != 0));
            display.run("xdotool", "mousemove", "150", "150");
            assertTrue(screen.awaitChange(LONG));
            settle(screen, new Picture(640, 480));
            ScreenSource.Shape beam = screen.pointer().shape();
            assertNotSame(outside, beam);
            assertFalse(Arrays.equals(outside.argb(), beam.argb()));
        }
    }

    @Test
    void followsTheScreenToAnotherSize() throws Exception {
        try (ScreenSource screen = open()) {
            var before = new Picture(640, 480);
            settle(screen, before);
            display.resize(500, 400);
            assertTrue(screen.awaitChange(LONG));
            assertEquals(new Area(0, 0, 500, 400), screen.bounds());
            display.run("xsetroot", "-solid", "#A0B0C0");
            var after = new Picture(500, 400);
            settle(screen, after);
            assertTrue(Arrays.stream(after.pixels()).allMatch(pixel -> pixel == 0xFFA0B0C0));
            assertNotEquals(0, before.pixels()[0]);
        }
    }

    @Test
    void endsAWaitWhenItsThreadIsInterrupted() throws Exception {
        try (ScreenSource screen = open()) {
            settle(screen, new Picture(640, 480));
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> screen.awaitChange(LONG));
            Thread me = Thread.currentThread();
            Thread other = Thread.ofVirtual().start(me::interrupt);
            assertThrows(InterruptedException.class, () -> screen.awaitChange(LONG));
            other.join();
        }
    }

    @Test
    void endsAWaitWhenItIsClosed() throws Exception {
        ScreenSource screen = open();
        settle(screen, new Picture(640, 480));
        Thread closing = Thread.ofPlatform().start(screen::close);
        assertFalse(screen.awaitChange(LONG));
        closing.join();
        assertEquals(List.of(), screen.grab(new Picture(640, 480)).damage());
    }

    @Test
    void outlivesTheServer() throws Exception {
        try (ScreenSource screen = open()) {
            settle(screen, new Picture(640, 480));
            display.close();
            assertThrows(IllegalStateException.class, () -> screen.awaitChange(LONG));
            assertThrows(IllegalStateException.class, () -> screen.grab(new Picture(640, 480)));
        }
    }
}
