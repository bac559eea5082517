package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private static final int DESTROY_NOTIFY = 17;
    private static final int REPARENT_NOTIFY = 21;
    private static final int CONFIGURE_NOTIFY = 22;
    private static final int CIRCULATE_NOTIFY = 26;
    private static final int PROPERTY_NOTIFY = 28;
    private static final long STRUCTURE_NOTIFY_MASK = 1L << 17;
    private static final long SUBSTRUCTURE_NOTIFY_MASK = 1L << 19;
    private static final long FOCUS_OF_POINTER = 1;
    private static final int DEEPEST = 32;
    private static final int SENT = 16;
    private static final int ABOVE = 72; // in XConfigureEvent
    private static final int MOST_TOUCHES = 8192;

    private final XConnection x;
    private final WindowFacts facts;
    private final Map<Long, TopLevel> tops = new HashMap<>();
    private final Map<Long, DesktopWindow> visible = new HashMap<>();
    /** Where every child of the root window is, seen or not. */
    private final Map<Long, Area> places = new HashMap<>();

    /** What each of them was said to stand upon when it was last placed. */
    private final Map<Long, Long> neighbours = new HashMap<>();

    private final Deque<Touched> touches = new ArrayDeque<>();
    private final long composer;
    private List<DesktopWindow> stack = List.of();
    private Area screen = new Area(0, 0, 0, 0);
    private boolean outdated = true;
    private long moment;
    private long forgotten;

    X11Windows(String display) throws DesktopException {
        this.x = XConnection.open(display);
        synchronized (x) {
            this.facts = new WindowFacts(x);
            this.composer = x.atom("_NET_WM_CM_S0");
            Xlib.selectInput(x.display(), x.root(), STRUCTURE_NOTIFY_MASK | SUBSTRUCTURE_NOTIFY_MASK);
            x.settle();
        }
    }

    /**
     * A child of the root window.
     *
     * @param client the program's own window in it, or itself
     */
    private record TopLevel(boolean viewable, Area area, long client, boolean unmanaged) {}

    private record Touched(long moment, long top, Optional<DesktopWindow> window, Area area, boolean appeared) {}

    @Override
    public List<DesktopWindow> stacked() {
        return stacking().map(Stacking::windows).orElse(List.of());
    }

    @Override
    public Optional<Stacking> stacking() {
        synchronized (x) {
            x.settle(); // all that has happened so far has been told after this
            bringUpToDate();
            return x.usable() ? Optional.of(new Stacking(moment, stack)) : Optional.empty();
        }
    }

    @Override
    public Optional<List<Touch>> touchedSince(long since) {
        synchronized (x) {
            if (since < forgotten) {
                // Too much for anybody to remember: something unknown may have been anywhere.
                return Optional.of(List.of(new Touch(Optional.empty(), screen, true)));
            }
            return Optional.of(touches.stream()
                    .filter(touch -> touch.moment() > since)
                    .map(touch -> new Touch(
                            touch.window().or(() -> Optional.ofNullable(visible.get(touch.top()))),
                            touch.area(),
                            touch.appeared()))
                    .toList());
        }
    }

    @Override
    public boolean areComposed() {
        synchronized (x) {
            return x.usable() && XlibWindows.getSelectionOwner(x.display(), composer) != 0;
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
            List<Long> seen = new ArrayList<>();
            visible.clear();
            screen = facts.screen();
            for (long id : facts.children(x.root())) {
                TopLevel top = tops.get(id);
                if (top == null) {
                    top = look(id);
                }
                if (top.viewable() && !top.area().intersect(screen).isEmpty()) {
                    DesktopWindow window = facts.describe(id, top.client(), top.area(), top.unmanaged());
                    seen.add(id);
                    now.add(window);
                }
            }
            stack = withProcesses(now);
            for (int i = 0; i < stack.size(); i++) {
                visible.put(seen.get(i), stack.get(i));
            }
        }
    }

    /** Windows that do not name their process, such as menus, have that of another window from the same connection. */
    private List<DesktopWindow> withProcesses(List<DesktopWindow> windows) {
        if (windows.stream().allMatch(window -> window.process() >= 0)) {
            return List.copyOf(windows);
        }
        Map<Long, Long> known = new HashMap<>();
        windows.stream()
                .filter(window -> window.process() >= 0)
                .forEach(window -> known.put(facts.connection(window.id()), window.process()));
        return windows.stream()
                .map(window -> window.process() >= 0
                        ? window
                        : window.of(known.getOrDefault(facts.connection(window.id()), -1L)))
                .toList();
    }

    private TopLevel look(long id) {
        WindowFacts.Shape shape = facts.shape(id);
        if (!shape.area().isEmpty()) { // else it is gone, and was where it was
            places.put(id, shape.area());
        }
        if (!shape.viewable()) {
            var hidden = new TopLevel(false, shape.area(), id, shape.unmanaged());
            tops.put(id, hidden);
            return hidden;
        }
        long client = shape.unmanaged() ? id : facts.clientIn(id);
        // A number is used again: what a window of this number said may have been said by another program.
        facts.forget(client);
        var top = new TopLevel(true, shape.area(), client == 0 ? id : client, shape.unmanaged());
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
                moved(event);
            } else if (type >= CREATE_NOTIFY && type <= REPARENT_NOTIFY || type == CIRCULATE_NOTIFY) {
                changed(type, event);
            } else if (type == PROPERTY_NOTIFY && facts.isFact(event.get(JAVA_LONG, 40))) {
                happened();
                facts.forget(event.get(JAVA_LONG, 32));
            } else if (facts.isShape(type)) {
                touch(event.get(JAVA_LONG, 32), true);
                facts.forget(event.get(JAVA_LONG, 32));
            }
        }
    }

    /** Something came, went or found another parent. Where it was is noted before it is forgotten. */
    private void changed(int type, MemorySegment event) {
        long window = event.get(JAVA_LONG, 40);
        if (type == CREATE_NOTIFY) {
            places.put(window, areaIn(event));
        } else {
            touch(window, true);
        }
        if (type == DESTROY_NOTIFY || type == REPARENT_NOTIFY) {
            places.remove(window);
            neighbours.remove(window);
        }
        if (type == REPARENT_NOTIFY) {
            tops.remove(event.get(JAVA_LONG, 48));
        }
        tops.remove(window);
        facts.forget(window);
        happened();
    }

    private void happened() {
        outdated = true;
        moment++;
    }

    private void moved(MemorySegment event) {
        long window = event.get(JAVA_LONG, 40);
        if (window == x.root()) {
            happened(); // a larger screen shows windows that were beyond its edge, and nothing is told of those
            return;
        }
        Long above = event.get(JAVA_LONG, ABOVE);
        touch(window, !above.equals(neighbours.put(window, above)));
        Area area = areaIn(event);
        Area before = places.put(window, area);
        tops.computeIfPresent(window, (id, top) -> new TopLevel(top.viewable(), area, top.client(), top.unmanaged()));
        if (!area.equals(before)) {
            touch(window, false);
        }
    }

    /** In XConfigureEvent and XCreateWindowEvent: x at 48, y 52, width 56, height 60, border 64. */
    private static Area areaIn(MemorySegment event) {
        int border = event.get(JAVA_INT, 64);
        return new Area(
                event.get(JAVA_INT, 48),
                event.get(JAVA_INT, 52),
                event.get(JAVA_INT, 56) + 2 * border,
                event.get(JAVA_INT, 60) + 2 * border);
    }

    /** Notes where a window is at this moment. */
    private void touch(long window, boolean appeared) {
        happened();
        Area area = places.get(window);
        if (area != null) {
            touches.addLast(new Touched(moment, window, Optional.ofNullable(visible.get(window)), area, appeared));
            if (touches.size() > MOST_TOUCHES) {
                forgotten = touches.removeFirst().moment();
            }
        }
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
