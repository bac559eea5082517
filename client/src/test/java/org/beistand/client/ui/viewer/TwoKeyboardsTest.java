package org.beistand.client.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.platform.x11.VirtualDisplay;
import org.beistand.client.platform.x11.X11Desktop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two desktops with a keyboard layout each: keys are pressed on the moderator's, in a real window, and a real program on the
 * attendee's writes down what it was given.
 */
@Tag("001-54")
@Timeout(90)
class TwoKeyboardsTest {
    private static final int ENTER = 0x28;
    private static final int CONTROL = 0xE0;
    private static final String ALL = "ÄÖÜß äöü € @ [x] {y} \\ ~ é π 中 |<>`^´ Zz Yy #'\"*+-_/?!";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private VirtualDisplay moderators;
    private VirtualDisplay attendees;
    private Process window;

    @BeforeEach
    void start() throws Exception {
        moderators = VirtualDisplay.start(640, 480).withWindowManager();
        attendees = VirtualDisplay.start(640, 480).withWindowManager();
    }

    @AfterEach
    void stop() {
        attendees.close();
        moderators.close();
    }

    /** @param layouts options of setxkbmap, the moderator's first */
    private void layouts(List<String> moderator, List<String> attendee) {
        layout(moderators, moderator);
        layout(attendees, attendee);
    }

    private static void layout(VirtualDisplay display, List<String> options) {
        List<String> command = new java.util.ArrayList<>(List.of("setxkbmap"));
        command.addAll(options);
        display.run(command.toArray(String[]::new));
    }

    private void openWindow() throws Exception {
        window = moderators.listen(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ModeratorsWindow.class.getName(),
                attendees.name());
        Thread.ofVirtual().start(() -> {
            try (var lines =
                    new BufferedReader(new InputStreamReader(window.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(said::add);
            } catch (IOException | java.io.UncheckedIOException gone) {
                said.add("gone");
            }
        });
        hears(ModeratorsWindow.READY);
        // It has the keyboard, but keys may still go past it: a key without a meaning tells when they do not.
        do {
            moderators.run("xdotool", "key", "Control_L");
        } while (!hasPassedOn(CONTROL));
        attendees.run("xdotool", "windowfocus", "--sync", Long.toString(attendees.awaitWindow("reader")));
    }

    private boolean hasPassedOn(int position) throws InterruptedException {
        String key = "key " + Integer.toHexString(position) + " ";
        String line;
        do {
            line = said.poll(1, TimeUnit.SECONDS);
        } while (line != null && !(line.startsWith(key) && line.endsWith(" up")));
        return line != null;
    }

    private void hears(String word) throws InterruptedException {
        String line;
        do {
            line = said.poll(30, TimeUnit.SECONDS);
        } while (line != null && !line.equals(word));
        assertEquals(word, line);
    }

    /** A program on the attendee's desktop that takes a line. */
    private Process reader(Path file) {
        Process xterm = attendees.start(
                "xterm",
                "-title",
                "reader",
                "-e",
                "sh",
                "-c",
                "IFS= read -r line; printf %s \"$line\" > '" + file + "'");
        attendees.awaitWindow("reader");
        return xterm;
    }

    private String arrived(String text) throws Exception {
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        openWindow();
        // Open until all has arrived: what a key means is looked up by the window when it comes to it.
        try (InputSink fingers = new X11Desktop(moderators.name()).openInput()) {
            text.codePoints().forEach(character -> {
                fingers.key(0, character, false, true);
                fingers.key(0, character, false, false);
            });
            fingers.key(ENTER, 0, false, true);
            fingers.key(ENTER, 0, false, false);
            attendees.finish(xterm, "xterm");
        }
        return Files.readString(file);
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de,jp", "de,us", "jp,de", "jp,jp", "jp,us", "us,de", "us,jp", "us,us", "fr,gb", "ch,fr"})
    void charactersArriveAsTheyWereMeant(String moderator, String attendee) throws Exception {
        layouts(List.of(moderator), List.of(attendee));
        assertEquals(ALL, arrived(ALL));
    }

    @Test
    void aThousandCharactersArriveOnceEachAndInOrder() throws Exception {
        layouts(List.of("de"), List.of("us"));
        String text = "Grüße aus Köln: {a[1]} ~ 5 € @ßÄÖÜ|<>\\ xX yY zZ. ".repeat(21);
        assertEquals(text, arrived(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "there", "both"})
    void capsLockDoesWhatItDoesToThePersonWhoTypes(String where) throws Exception {
        layouts(List.of("de"), List.of("us"));
        if (!where.equals("here")) {
            attendees.run("xdotool", "key", "Caps_Lock");
        }
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        openWindow();
        if (!where.equals("there")) {
            moderators.run("xdotool", "key", "Caps_Lock");
        }
        // Physical keys: what they write is this keyboard's affair.
        moderators.run("xdotool", "key", "--delay", "20", "38", "48", "11", "shift+38", "28", "Return");
        attendees.finish(xterm, "xterm");
        assertEquals(where.equals("there") ? "aä2At" : "AÄ2aT", Files.readString(file));
    }

    @Test
    void deadKeysAndTheComposeKeyWaitForTheirLetter() throws Exception {
        layouts(List.of("de", "-option", "compose:menu"), List.of("us"));
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        openWindow();
        String keys = "dead_acute e dead_circumflex space dead_circumflex a Multi_key o c e x Return";
        String[] command = ("xdotool key --delay 20 " + keys).split(" ");
        moderators.run(command);
        attendees.finish(xterm, "xterm");
        assertEquals("é^â©ex", Files.readString(file));
    }

    @Test
    void theKeypadWritesDigitsOrMovesAsItsNumLockSays() throws Exception {
        layouts(List.of("de"), List.of("us"));
        attendees.run("xdotool", "key", "Num_Lock");
        Path file = folder.resolve("line");
        Process xterm = reader(file);
        openWindow();
        // Num Lock is off here and on there: 4 is Left, and twice Left with no line editor writes an escape sequence
        // twice.
        moderators.run("xdotool", "key", "--delay", "20", "83", "Num_Lock", "83", "84", "Num_Lock", "38", "36");
        attendees.finish(xterm, "xterm");
        assertEquals("\u001B[D45a", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({"de,us", "us,de", "jp,de", "de,jp"})
    void aShortcutIsTheKeyThatBearsItsLetter(String moderator, String attendee) throws Exception {
        layouts(List.of(moderator), List.of(attendee));
        Path file = folder.resolve("controls");
        Path raw = folder.resolve("raw");
        Process xterm = attendees.start(
                "xterm",
                "-title",
                "reader",
                "-e",
                "sh",
                "-c",
                "stty raw; : > '" + raw + "'; head -c 3 > '" + file + "'");
        attendees.awaitWindow("reader");
        openWindow();
        VirtualDisplay.eventually("the terminal takes every key for itself", () -> Files.exists(raw));
        moderators.run("xdotool", "key", "--delay", "30", "ctrl+z", "ctrl+y", "ctrl+a");
        attendees.finish(xterm, "xterm");
        assertEquals("\u001A\u0019\u0001", Files.readString(file));
    }
}
