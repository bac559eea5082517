package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.ScreenBorder;

/** Small windows that no window manager looks after and that no click meets. */
final class X11Border implements ScreenBorder {
    static final int SHARED = 0xD9480F;
    static final int STOPPED = 0xB3202C;
    private static final int PAUSED = 0x5C677D;
    private static final int MOST_STRIPS = 64;
    private static final int DASH = 24;
    private static final int VISIBILITY_NOTIFY = 15;
    private static final long VISIBILITY_CHANGE_MASK = 1L << 16;
    private static final long OVERRIDE_REDIRECT = 1L << 9;
    private static final long EVENT_MASK = 1L << 11;
    private static final int BOUNDING = 0;
    private static final int INPUT = 2;
    private static final long BETWEEN_RAISES_NANOS = 500_000_000;

    private final XConnection x;
    private final int colour;
    private final List<Long> windows = new ArrayList<>();
    private List<Area> shown = List.of();
    private boolean shownPaused;
    private boolean covered;
    private long lastRaise = System.nanoTime() - BETWEEN_RAISES_NANOS;

    /** @param colour unless it is paused */
    X11Border(String display, int colour) throws DesktopException {
        this.x = XConnection.open(display);
        this.colour = colour;
    }

    @Override
    public void show(List<Area> strips, boolean paused) {
        synchronized (x) {
            if (!x.usable()) {
                return;
            }
            List<Area> wanted =
                    strips.size() > MOST_STRIPS ? List.copyOf(strips.subList(0, MOST_STRIPS)) : List.copyOf(strips);
            if (!wanted.equals(shown) || paused != shownPaused) {
                place(wanted, paused);
                shown = wanted;
                shownPaused = paused;
            }
            stayOnTop();
            x.flush();
        }
    }

    private void place(List<Area> wanted, boolean paused) {
        while (windows.size() > wanted.size()) {
            XlibWindows.destroyWindow(x.display(), windows.removeLast());
        }
        for (int i = 0; i < wanted.size(); i++) {
            Area area = wanted.get(i);
            boolean fresh = i == windows.size();
            if (fresh) {
                windows.add(create(area, paused));
            }
            long window = windows.get(i);
            if (!fresh && !area.equals(shown.get(i))) {
                XlibWindows.moveResizeWindow(x.display(), window, area.x(), area.y(), area.width(), area.height());
            }
            if (fresh || paused != shownPaused || !area.equals(shown.get(i))) {
                XlibWindows.setWindowBackground(x.display(), window, paused ? PAUSED : colour);
                cutIntoDashes(window, area, paused);
                XlibWindows.clearWindow(x.display(), window);
            }
            if (fresh) {
                XlibWindows.mapRaised(x.display(), window);
            }
        }
    }

    private long create(Area area, boolean paused) {
        long window = XlibWindows.createSimpleWindow(
                x.display(), x.root(), area.x(), area.y(), area.width(), area.height(), 0, 0, paused ? PAUSED : colour);
        MemorySegment attributes = x.scratch(); // XSetWindowAttributes: event mask at 72, override-redirect at 88
        attributes.asSlice(0, 112).fill((byte) 0);
        attributes.set(JAVA_LONG, 72, VISIBILITY_CHANGE_MASK);
        attributes.set(JAVA_INT, 88, 1);
        XlibWindows.changeAttributes(x.display(), window, OVERRIDE_REDIRECT | EVENT_MASK, attributes);
        MemorySegment process = x.scratch();
        process.set(JAVA_LONG, 0, ProcessHandle.current().pid());
        XlibWindows.changeProperty(
                x.display(), window, x.atom("_NET_WM_PID"), Properties.CARDINAL, 32, Properties.REPLACE, process, 1);
        Xext.combineShape(x.display(), window, INPUT, MemorySegment.NULL, 0);
        return window;
    }

    private void cutIntoDashes(long window, Area area, boolean paused) {
        boolean across = area.width() >= area.height();
        int length = across ? area.width() : area.height();
        int step = paused ? 2 * DASH : length;
        int dash = paused ? DASH : length;
        int count = (length + step - 1) / step;
        try (Arena call = Arena.ofConfined()) {
            MemorySegment rectangles = call.allocate(JAVA_SHORT, 4L * count);
            for (int i = 0; i < count; i++) {
                rectangles.set(JAVA_SHORT, 8L * i, (short) (across ? i * step : 0));
                rectangles.set(JAVA_SHORT, 8L * i + 2, (short) (across ? 0 : i * step));
                rectangles.set(JAVA_SHORT, 8L * i + 4, (short) (across ? dash : area.width()));
                rectangles.set(JAVA_SHORT, 8L * i + 6, (short) (across ? area.height() : dash));
            }
            Xext.combineShape(x.display(), window, BOUNDING, rectangles, count);
        }
    }

    /** Something that wants the same is not fought more than twice a second. */
    private void stayOnTop() {
        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
            if (event.get(JAVA_INT, 0) == VISIBILITY_NOTIFY) {
                covered |= event.get(JAVA_INT, 40) != 0;
            }
        }
        if (covered && System.nanoTime() - lastRaise >= BETWEEN_RAISES_NANOS) {
            covered = false;
            lastRaise = System.nanoTime();
            windows.forEach(window -> XlibWindows.raiseWindow(x.display(), window));
        }
    }

    @Override
    public void close() {
        x.close();
    }
}
