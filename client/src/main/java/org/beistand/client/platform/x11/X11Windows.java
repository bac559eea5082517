package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Windows;

/**
 * The windows of an X server in their real order, with menus and other windows that no window manager knows. It is kept up to
 * date by what the server tells, so that a question costs one trip to the server and a look at what has changed since the last.
 * Once the server has gone, there are no windows.
 */
public final class X11Windows implements Windows {
    private static final int CREATE_NOTIFY = 16;
    private static final int REPARENT_NOTIFY = 21;
    private static final int CONFIGURE_NOTIFY = 22;
    private static final int CIRCULATE_NOTIFY = 26;
    private static final int PROPERTY_NOTIFY = 28;
    private static final long SUBSTRUCTURE_NOTIFY_MASK = 1L << 19;
    private static final long FOCUS_OF_POINTER = 1;
    private static final int DEEPEST = 32;
    private static final int SENT = 16;

    private final XConnection x;
    private final WindowFacts facts;
    private final Map<Long, TopLevel> tops = new HashMap<>();
    private final Map<Long, DesktopWindow> visible = new HashMap<>();
    private List<DesktopWindow> stack = List.of();
    private boolean outdated = true;

    X11Windows(String display) throws DesktopException {
        this.x = XConnection.open(display);
        synchronized (x) {
            this.facts = new WindowFacts(x);
            Xlib.selectInput(x.display(), x.root(), SUBSTRUCTURE_NOTIFY_MASK);
            x.settle();
        }
    }

    /**
     * A child of the root window.
     *
     * @param client the program's own window in it, or itself
     */
    private record TopLevel(boolean viewable, Area area, long client) {}

    @Override
    public List<DesktopWindow> stacked() {
        synchronized (x) {
            x.settle(); // all that has happened so far has been told after this
            bringUpToDate();
            return stack;
        }
    }

    private void bringUpToDate() {
        readEvents();
        if (!x.usable()) {
            stack = List.of();
            visible.clear();
        } else if (outdated) {
            outdated = false;
            List<DesktopWindow> now = new ArrayList<>();
            visible.clear();
            Area screen = facts.screen();
            for (long id : facts.children(x.root())) {
                TopLevel top = tops.get(id);
                if (top == null) {
                    top = look(id);
                }
                if (top.viewable() && !top.area().intersect(screen).isEmpty()) {
                    DesktopWindow window = facts.describe(top.client(), top.area());
                    visible.put(id, window);
                    now.add(window);
                }
            }
            stack = List.copyOf(now);
        }
    }

    private TopLevel look(long id) {
        WindowFacts.Shape shape = facts.shape(id);
        if (!shape.viewable()) {
            var hidden = new TopLevel(false, shape.area(), id);
            tops.put(id, hidden);
            return hidden;
        }
        long client = shape.unmanaged() ? id : facts.clientIn(id);
        var top = new TopLevel(true, shape.area(), client == 0 ? id : client);
        if (client != 0) { // else its program may still be moving in
            tops.put(id, top);
        }
        return top;
    }

    private void readEvents() {
        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
            int type = event.get(JAVA_INT, 0);
            if (event.get(JAVA_INT, SENT) != 0) {
                continue; // some program says so, not the server
            }
            if (type == CONFIGURE_NOTIFY) {
                outdated = true;
                moved(event);
            } else if (type >= CREATE_NOTIFY && type <= REPARENT_NOTIFY || type == CIRCULATE_NOTIFY) {
                outdated = true;
                long window = event.get(JAVA_LONG, 40);
                tops.remove(window);
                if (type == REPARENT_NOTIFY) {
                    tops.remove(event.get(JAVA_LONG, 48));
                }
                facts.forget(window);
            } else if (type == PROPERTY_NOTIFY && facts.isFact(event.get(JAVA_LONG, 40))) {
                outdated = true;
                facts.forget(event.get(JAVA_LONG, 32));
            }
        }
    }

    /** XConfigureEvent: x at 48, y 52, width 56, height 60, border 64. */
    private void moved(MemorySegment event) {
        int border = event.get(JAVA_INT, 64);
        Area area = new Area(
                event.get(JAVA_INT, 48),
                event.get(JAVA_INT, 52),
                event.get(JAVA_INT, 56) + 2 * border,
                event.get(JAVA_INT, 60) + 2 * border);
        tops.computeIfPresent(event.get(JAVA_LONG, 40), (id, top) -> new TopLevel(top.viewable(), area, top.client()));
    }

    @Override
    public Optional<DesktopWindow> focused() {
        synchronized (x) {
            if (!x.usable()) {
                return Optional.empty();
            }
            MemorySegment found = x.scratch();
            XlibWindows.getInputFocus(x.display(), found, found.asSlice(8));
            long focus = found.get(JAVA_LONG, 0);
            if (focus == FOCUS_OF_POINTER) {
                focus = facts.beneathPointer();
            }
            bringUpToDate();
            return Optional.ofNullable(visible.get(topOf(focus)));
        }
    }

    private long topOf(long window) {
        long top = window;
        for (int depth = 0; depth < DEEPEST && top != 0 && !visible.containsKey(top); depth++) {
            top = facts.parent(top);
        }
        return top;
    }

    @Override
    public void close() {
        x.close();
    }
}
