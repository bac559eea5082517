package org.beistand.client.platform.x11;

import static org.beistand.client.platform.x11.VirtualDisplay.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class X11WindowsTest {
    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(800, 600);
    }

    @AfterEach
    void stop() {
        display.close();
    }

    private Windows open() throws DesktopException {
        return new X11Desktop(display.name()).openWindows();
    }

    private long xterm(String title, String place) {
        display.start("xterm", "-title", title, "-geometry", place, "-e", "cat");
        return display.awaitWindow(title);
    }

    private static Optional<DesktopWindow> titled(String title, List<DesktopWindow> windows) {
        return windows.stream().filter(window -> window.title().equals(title)).findFirst();
    }

    private static List<String> titles(Windows windows) {
        return windows.stacked().stream()
                .map(DesktopWindow::title)
                .filter(title -> !title.isEmpty())
                .toList();
    }

    @Test
    void areListedFromTheLowestToTheHighest() throws Exception {
        display.withWindowManager();
        try (Windows windows = open()) {
            long lower = xterm("Übersicht", "40x10+10+10");
            long upper = xterm("letters", "40x10+100+100");
            display.run("xdotool", "windowraise", Long.toString(upper));
            eventually("raised", () -> titles(windows).equals(List.of("Übersicht", "letters")));
            display.run("xdotool", "windowactivate", "--sync", Long.toString(lower));
            eventually("raised", () -> titles(windows).equals(List.of("letters", "Übersicht")));
            eventually("focused", () -> windows.focused().isPresent());
            assertEquals("Übersicht", windows.focused().orElseThrow().title());
            assertEquals(lower, windows.focused().orElseThrow().id());
        }
    }

    @Test
    void tellProgramProcessAndTheWholeAreaWithItsFrame() throws Exception {
        display.withWindowManager();
        Process editor = display.start("mousepad", "--disable-server");
        display.awaitWindow("Mousepad");
        try (Windows windows = open()) {
            DesktopWindow window = windows.stacked().stream()
                    .filter(candidate -> candidate.title().contains("Mousepad"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(editor.pid(), window.process());
            assertEquals("Mousepad", window.program());
            String id = Long.toString(window.id());
            display.run("xdotool", "windowsize", "--sync", id, "500", "300", "windowmove", "--sync", id, "120", "90");
            eventually("moved", () -> isAt(areaOf(window.id(), windows)));
        }
    }

    private static Area areaOf(long id, Windows windows) {
        return windows.stacked().stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow()
                .area();
    }

    /** A window of 500 x 300 at 120, 90 with a narrow frame and a title. */
    private static boolean isAt(Area area) {
        return area.contains(130, 100)
                && area.width() >= 500
                && area.width() < 520
                && area.height() > 300
                && area.height() < 350;
    }

    @Test
    void areOnlyThoseThatCanBeSeen() throws Exception {
        display.withWindowManager();
        try (Windows windows = open()) {
            long window = xterm("fleeting", "40x10+10+10");
            assertTrue(titled("fleeting", windows.stacked()).isPresent());
            display.run("xdotool", "windowminimize", "--sync", Long.toString(window));
            eventually("minimized", () -> titled("fleeting", windows.stacked()).isEmpty());
            display.run("xdotool", "windowactivate", "--sync", Long.toString(window));
            eventually("restored", () -> titled("fleeting", windows.stacked()).isPresent());
            display.run("xdotool", "windowkill", Long.toString(window));
            eventually("killed", () -> titled("fleeting", windows.stacked()).isEmpty());
        }
    }

    @Test
    void areKnownWithoutAWindowManagerToo() throws Exception {
        try (Windows windows = open()) {
            long lower = xterm("lower", "20x5+10+20");
            xterm("upper", "20x5+60+70");
            List<DesktopWindow> stacked = windows.stacked();
            assertEquals(List.of("lower", "upper"), titles(windows));
            assertEquals(10, stacked.getFirst().area().x());
            assertEquals(20, stacked.getFirst().area().y());
            display.run("xdotool", "windowfocus", "--sync", Long.toString(lower));
            assertEquals("lower", windows.focused().orElseThrow().title());
        }
    }

    @Test
    void includeMenusAndTheirProcess() throws Exception {
        display.withWindowManager();
        Process editor = display.start("mousepad", "--disable-server");
        long window = display.awaitWindow("Mousepad");
        display.run("xdotool", "windowactivate", "--sync", Long.toString(window));
        try (Windows windows = open()) {
            int before = windows.stacked().size();
            display.run("xdotool", "key", "shift+F10");
            eventually("opened", () -> windows.stacked().size() == before + 1);
            assertEquals(editor.pid(), windows.stacked().getLast().process());
        }
    }

    @Test
    void areTheSameListWhileNothingHappens() throws Exception {
        xterm("still", "20x5+10+20");
        try (Windows windows = open()) {
            assertSame(windows.stacked(), windows.stacked());
        }
    }

    @Test
    void followATitleThatChanges() throws Exception {
        display.withWindowManager();
        long window = xterm("before", "20x5+10+20");
        try (Windows windows = open()) {
            assertTrue(titled("before", windows.stacked()).isPresent());
            display.run("xprop", "-id", "" + window, "-f", "_NET_WM_NAME", "8u", "-set", "_NET_WM_NAME", "naïve 中");
            assertTrue(titled("naïve 中", windows.stacked()).isPresent());
        }
    }

    @Test
    void areNoneOnceTheServerHasGone() throws Exception {
        xterm("last", "20x5+10+20");
        try (Windows windows = open()) {
            assertFalse(windows.stacked().isEmpty());
            display.close();
            assertEquals(List.of(), windows.stacked());
            assertEquals(Optional.empty(), windows.focused());
        }
    }
}
