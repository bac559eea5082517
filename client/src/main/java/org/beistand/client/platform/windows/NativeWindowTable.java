package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;

/** The windows that {@code EnumWindows} tells, with what is known of each. */
final class NativeWindowTable implements WindowTable {
    private static final int DWMWA_EXTENDED_FRAME_BOUNDS = 9; // dwmapi.h
    private static final int DWMWA_CLOAKED = 14;
    private static final int GA_ROOT = 2; // winuser.h
    private static final int GW_OWNER = 4;
    private static final int GWL_EXSTYLE = -20;
    private static final int WS_EX_TRANSPARENT = 0x20;
    private static final int WS_EX_LAYERED = 0x80000;
    private static final int LONGEST = 256;
    private static final String FRAME_OF_APPS = "ApplicationFrameWindow";
    private static final String APP = "Windows.UI.Core.CoreWindow";

    @Override
    public List<Long> handles() {
        List<Long> found = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            User32.enumerateWindows(Collected.ofWindows(found, arena), 0);
        }
        return found;
    }

    @Override
    public Facts facts(long window) {
        try (Arena arena = Arena.ofConfined();
                Dpi unused = Dpi.pixels()) {
            MemorySegment room = arena.allocate(Structs.RECT);
            boolean cloaked =
                    Dwmapi.attribute(window, DWMWA_CLOAKED, room, Integer.BYTES) >= 0 && room.get(JAVA_INT, 0) != 0;
            Area outer = User32.windowRectangle(window, room) == 0 ? new Area(0, 0, 0, 0) : Rectangles.at(room, 0);
            Area frame = Dwmapi.attribute(window, DWMWA_EXTENDED_FRAME_BOUNDS, room, (int) room.byteSize()) < 0
                    ? outer
                    : Rectangles.at(room, 0);
            int style = User32.windowLong(window, GWL_EXSTYLE);
            int through = WS_EX_TRANSPARENT | WS_EX_LAYERED;
            MemorySegment text = arena.allocate(JAVA_CHAR, LONGEST);
            String title = text(text, User32.windowText(window, text, LONGEST));
            String kind = text(text, User32.className(window, text, LONGEST));
            return new Facts(
                    User32.isVisible(window) != 0,
                    User32.isMinimized(window) != 0,
                    cloaked,
                    (style & through) == through,
                    (style & WS_EX_LAYERED) != 0,
                    outer,
                    frame,
                    title,
                    kind,
                    process(window, kind, arena),
                    User32.relative(window, GW_OWNER),
                    User32.dotsPerInch(window));
        }
    }

    static String text(MemorySegment units, int count) {
        byte[] bytes = new byte[2 * Math.clamp(count, 0, LONGEST)];
        MemorySegment.copy(units, 0, MemorySegment.ofArray(bytes), 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_16LE);
    }

    /** An app from the store has a frame of Windows' around it; whose it is, the window in it tells. */
    private static long process(long window, String kind, Arena arena) {
        MemorySegment found = arena.allocate(JAVA_INT);
        long asked = window;
        if (kind.equals(FRAME_OF_APPS)) {
            long app = User32.findWindow(
                    window, 0, arena.allocateFrom(APP, StandardCharsets.UTF_16LE), MemorySegment.NULL);
            asked = app == 0 ? window : app;
        }
        User32.threadAndProcess(asked, found);
        return found.get(JAVA_INT, 0) & 0xFFFFFFFFL;
    }

    @Override
    public long foreground() {
        long window = User32.foreground();
        return window == 0 ? 0 : User32.ancestor(window, GA_ROOT);
    }

    @Override
    public Area virtualScreen() {
        return NativeInjection.wholeScreen();
    }
}
