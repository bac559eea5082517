package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beistand.client.desktop.TextClipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class X11ClipboardTest {
    private static final String TEXT = "Grüße € 中 😀\nzweite Zeile";

    @TempDir
    private Path folder;

    private VirtualDisplay display;
    private TextClipboard clipboard;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(320, 200);
        clipboard = new X11Desktop(display.name()).clipboard();
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private void copyElsewhere(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("text"), text);
        try (XConnection x = XConnection.open(display.name())) {
            long selection = x.atom("CLIPBOARD");
            long before = XlibWindows.getSelectionOwner(x.display(), selection);
            display.run("sh", "-c", "xclip -selection clipboard -i '" + file + "' >/dev/null");
            VirtualDisplay.eventually("copied", () -> XlibWindows.getSelectionOwner(x.display(), selection) != before);
        }
    }

    @Test
    void holdsNothingAtFirst() {
        assertEquals(Optional.empty(), clipboard.read());
    }

    @Test
    void givesItsTextToOtherPrograms() {
        clipboard.write(TEXT);
        assertEquals(TEXT, display.run("xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING"));
        assertEquals(TEXT, display.run("xclip", "-selection", "clipboard", "-o", "-t", "text/plain;charset=utf-8"));
        assertEquals(
                "TARGETS\nUTF8_STRING\ntext/plain;charset=utf-8\nSTRING\n",
                display.run("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS"));
        assertEquals(Optional.of(TEXT), clipboard.read());
    }

    @Test
    void readsTheTextOfOtherPrograms() throws Exception {
        clipboard.write("old");
        copyElsewhere(TEXT);
        assertEquals(Optional.of(TEXT), clipboard.read());
        copyElsewhere("newer");
        assertEquals(Optional.of("newer"), clipboard.read());
        clipboard.write("ours again");
        assertEquals(Optional.of("ours again"), clipboard.read());
        assertEquals("ours again", display.run("xclip", "-selection", "clipboard", "-o"));
    }

    @Test
    void readsNoMoreThanIsAllowed() throws Exception {
        copyElsewhere("x".repeat(32 * 1024));
        assertEquals(32 * 1024, clipboard.read().orElseThrow().length());
        copyElsewhere("x".repeat(32 * 1024 + 1));
        assertEquals(Optional.empty(), clipboard.read());
        copyElsewhere("x".repeat(20_000_000));
        assertEquals(Optional.empty(), clipboard.read());
    }

    @Test
    void isEmptyOnceTheServerHasGone() {
        clipboard.write(TEXT);
        display.close();
        clipboard.write("more");
        assertEquals(Optional.empty(), clipboard.read());
        assertEquals(Optional.empty(), new X11Desktop(":65000").clipboard().read());
    }
}
