package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("001-54")
@Timeout(60)
class X11InputTest {
    private static final int ENTER = 0x28;
    private static final int LEFT_SHIFT = 0xE1;
    private static final int LEFT_CONTROL = 0xE0;
    private static final int RIGHT_ALT = 0xE6;

    @TempDir
    private Path folder;

    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(640, 480).withWindowManager();
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private InputSink open() throws DesktopException {
        return new X11Desktop(display.name()).openInput();
    }

    /** A real program that writes the line it is given into a file and ends. */
    private Process reader(Path file) {
        Process xterm = display.start(
                "xterm",
                "-title",
                "reader",
                "-e",
                "sh",
                "-c",
                "IFS= read -r line; printf %s \"$line\" > '" + file + "'");
        display.run("xdotool", "windowfocus", "--sync", Long.toString(display.awaitWindow("reader")));
        return xterm;
    }

    private static void tap(InputSink input, int position, int character) {
        input.key(position, character, false, true);
        input.key(position, character, false, false);
    }

    private String typed(String text) throws Exception {
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        try (InputSink input = open()) {
            text.codePoints().forEach(character -> tap(input, 0, character));
            tap(input, ENTER, '\r');
            display.finish(xterm, "xterm");
        }
        return Files.readString(file);
    }

    /** What stood there would act after control has been taken back. */
    @Test
    @Tag("001-66")
    void nothingStandsBeforeABusyServerWhenAnInputIsDone() throws Exception {
        try (InputSink input = open()) {
            CountDownLatch done = new CountDownLatch(1);
            display.freeze();
            Thread operating = Thread.ofPlatform().start(() -> {
                input.movePointer(10, 10);
                done.countDown();
            });
            try {
                assertFalse(done.await(500, TimeUnit.MILLISECONDS));
            } finally {
                display.thaw();
            }
            operating.join();
            assertEquals(0, done.getCount());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "de", "fr", "ru"})
    void typesEveryCharacterWhateverTheLayoutHereIs(String layout) throws Exception {
        display.run("setxkbmap", layout);
        String text = "Grüße, ÄÖÜß € @ [x] {y} \\ ~ é π 中 Zz Yy #'\"|<>^`´°§ Привет 12.5 µm";
        assertEquals(text, typed(text));
    }

    @Test
    void typesMoreCharactersThanThereAreSpareKeys() throws Exception {
        List<String> words =
                List.of("αβγδεζη", "θικλμνξ", "οπρστυφ", "χψωабвг", "дежзикл", "мнопрст", "уфхцчшщ", "αβγδεζη");
        Path file = Files.createFile(folder.resolve("words"));
        String script = "while IFS= read -r word; do echo \"$word\" >> '" + file + "'; done";
        display.start("xterm", "-title", "reader", "-e", "sh", "-c", script);
        display.run("xdotool", "windowfocus", "--sync", Long.toString(display.awaitWindow("reader")));
        try (InputSink input = open()) {
            for (int i = 0; i < words.size(); i++) {
                words.get(i).codePoints().forEach(character -> tap(input, 0, character));
                tap(input, ENTER, 0);
                int lines = i + 1;
                VirtualDisplay.eventually("read", () -> lines(file).size() == lines);
            }
        }
        assertEquals(words, lines(file));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"us,false", "de,false", "us,true", "de,true"})
    void typesWhatWasMeantThoughShiftAndAltGrAreHeldThere(String layout, boolean capsLock) throws Exception {
        display.run("setxkbmap", layout);
        if (capsLock) {
            display.run("xdotool", "key", "Caps_Lock");
        }
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        try (InputSink input = open()) {
            tap(input, 0x04, 'a');
            input.key(LEFT_SHIFT, 0, false, true);
            tap(input, 0x04, 'A');
            tap(input, 0x24, '/'); // Shift and 7 on a German keyboard
            tap(input, 0x34, 'Ä');
            input.key(LEFT_SHIFT, 0, false, false);
            input.key(RIGHT_ALT, 0, false, true);
            tap(input, 0x14, '@');
            tap(input, 0x08, '€');
            input.key(RIGHT_ALT, 0, false, false);
            tap(input, 0x05, 'b');
            tap(input, 0x34, 'ä');
            tap(input, 0, 'ж');
            tap(input, ENTER, 0);
            display.finish(xterm, "xterm");
        }
        assertEquals("aA/Ä@€bäж", Files.readString(file));
    }

    @Test
    void repeatsAKeyAsOftenAsItsOwnerDoesAndNoOftener() throws Exception {
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        try (InputSink input = open()) {
            for (int times = 0; times < 3; times++) {
                input.key(0x04, 'a', false, true);
            }
            assertFalse(xterm.waitFor(1, TimeUnit.SECONDS)); // longer than a server waits before it repeats a key
            input.key(0x04, 'a', false, false);
            tap(input, ENTER, 0);
            display.finish(xterm, "xterm");
            assertTrue(display.run("xset", "q").contains("auto repeat:  off"));
        }
        assertEquals("aaa", Files.readString(file));
        Path repeated = folder.resolve("repeated");
        String script = "stty raw; head -c 5 > '" + repeated + "'";
        Process five = display.start("xterm", "-title", "repeater", "-e", "sh", "-c", script);
        display.run("xdotool", "windowfocus", "--sync", Long.toString(display.awaitWindow("repeater")));
        display.run("xdotool", "keydown", "b"); // now the server repeats by itself again
        display.finish(five, "xterm");
        assertEquals("bbbbb", Files.readString(repeated));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "de", "fr"})
    void findsTheKeyThatAShortcutIsWrittenOn(String layout) throws Exception {
        display.run("setxkbmap", layout);
        display.run("xdotool", "key", "Caps_Lock");
        Path file = folder.resolve("control");
        Process xterm =
                display.start("xterm", "-title", "reader", "-e", "sh", "-c", "stty raw; head -c 1 > '" + file + "'");
        display.run("xdotool", "windowfocus", "--sync", Long.toString(display.awaitWindow("reader")));
        try (InputSink input = open()) {
            input.key(LEFT_CONTROL, 0, true, true);
            input.key(0x1D, 'z', true, true);
            display.finish(xterm, "xterm");
        }
        assertEquals("\u001A", Files.readString(file));
    }

    @Test
    void takesASignForWhatItIsInAShortcut() throws Exception {
        display.run("setxkbmap", "de");
        Path file = folder.resolve("control");
        Process xterm =
                display.start("xterm", "-title", "reader", "-e", "sh", "-c", "stty raw; head -c 1 > '" + file + "'");
        display.run("xdotool", "windowfocus", "--sync", Long.toString(display.awaitWindow("reader")));
        try (InputSink input = open()) {
            input.key(LEFT_CONTROL, 0, true, true);
            input.key(0x2F, '[', true, true); // at this place stands another letter here
            display.finish(xterm, "xterm");
        }
        assertEquals("\u001B", Files.readString(file));
    }

    @Test
    void pressesThePhysicalKeyForAShortcut() throws Exception {
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        try (InputSink input = open()) {
            "wrong".codePoints().forEach(character -> tap(input, 0, character));
            input.key(LEFT_CONTROL, 0, true, true);
            input.key(0x18, 'u', true, true); // Control and U: the terminal forgets the line
            input.key(0x18, 'u', true, false);
            input.key(LEFT_CONTROL, 0, true, false);
            "right".codePoints().forEach(character -> tap(input, 0, character));
            tap(input, ENTER, 0);
            display.finish(xterm, "xterm");
        }
        assertEquals("right", Files.readString(file));
    }

    @Test
    void reachesTheWindowThatIsClicked() throws Exception {
        Process xev = display.listen("xev", "-event", "button", "-geometry", "200x150+300+200");
        display.awaitWindow("Event Tester");
        try (InputSink input = open();
                var lines = new BufferedReader(new InputStreamReader(xev.getInputStream(), StandardCharsets.UTF_8))) {
            input.movePointer(350, 280);
            input.button(3, true);
            input.button(3, false);
            input.wheel(0, 1);
            StringBuilder said = new StringBuilder();
            for (String line = lines.readLine(); !line.contains("button 5"); line = lines.readLine()) {
                said.append(line).append('\n');
            }
            assertTrue(said.toString().contains("root:(350,280)"), said::toString);
            assertTrue(said.toString().contains("button 3"), said::toString);
        }
    }

    @Test
    void releasesAllThatItHolds() throws Exception {
        try (InputSink input = open()) {
            input.movePointer(5, 5);
            input.button(1, true);
            input.key(LEFT_SHIFT, 0, false, true);
            input.key(LEFT_CONTROL, 0, false, true);
            assertEquals(0x105, mask());
            input.releaseAll();
            assertEquals(0, mask());
            input.key(LEFT_SHIFT, 0, false, true);
        }
        assertEquals(0, mask());
    }

    /** Which modifiers and buttons are down, as the server sees it. */
    private int mask() throws DesktopException {
        try (XConnection x = XConnection.open(display.name())) {
            var found = x.scratch();
            Xlib.queryPointer(
                    x.display(),
                    x.root(),
                    found,
                    found.asSlice(8),
                    found.asSlice(16),
                    found.asSlice(24),
                    found.asSlice(32),
                    found.asSlice(40),
                    found.asSlice(48));
            return found.get(java.lang.foreign.ValueLayout.JAVA_INT, 48);
        }
    }

    @Test
    void putsTheKeyboardBackAsItWas() throws Exception {
        String before = display.run("xmodmap", "-pke");
        try (InputSink input = open()) {
            "πΩ中文".codePoints().forEach(character -> tap(input, 0, character));
            assertFalse(before.equals(display.run("xmodmap", "-pke")));
        }
        assertEquals(before, display.run("xmodmap", "-pke"));
    }

    /** It has typed what the layout does not have, and holds Control. */
    private Process crashing() throws IOException {
        Process crashing = display.listen(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingTypist.class.getName(),
                display.name());
        var lines = new BufferedReader(new InputStreamReader(crashing.getInputStream(), StandardCharsets.UTF_8));
        assertEquals(CrashingTypist.TYPED, lines.readLine());
        return crashing;
    }

    @Test
    void liftsAndRepeatsAtTheNextStartWhatACrashLeft() throws Exception {
        crashing().destroyForcibly().waitFor();
        assertEquals(4, mask());
        assertTrue(display.run("xset", "q").contains("auto repeat:  off"));
        try (InputSink next = open()) {
            assertEquals(0, mask());
        }
        assertTrue(display.run("xset", "q").contains("auto repeat:  on"));
    }

    @Test
    void putsTheKeyboardBackAtTheNextStartAfterACrash() throws Exception {
        String before = display.run("xmodmap", "-pke");
        Process crashing = crashing();
        try (InputSink second = open()) { // the first still lives: its keys are its own
            String while1 = display.run("xmodmap", "-pke");
            tap(second, 0, '漢');
            assertTrue(while1.contains("Greek_pi") || while1.contains("U03C0"), while1);
        }
        crashing.destroyForcibly().waitFor();
        assertFalse(before.equals(display.run("xmodmap", "-pke")));
        open().close();
        assertEquals(before, display.run("xmodmap", "-pke"));
    }

    @Test
    void doesNothingOnceTheServerHasGone() throws Exception {
        try (InputSink input = open()) {
            input.key(LEFT_SHIFT, 0, false, true);
            display.close();
            input.movePointer(1, 1);
            tap(input, 0, 'π');
            input.releaseAll();
        }
    }
}
