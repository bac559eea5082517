package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;

/** What the server and the programs say of single windows. The programs' words are remembered until they change. */
final class WindowFacts {
    private static final int VIEWABLE = 2;
    private static final int INPUT_ONLY = 2;
    private static final long PROPERTY_CHANGE_MASK = 1L << 22;
    private static final int LONGEST_TEXT = 1024;
    private static final int DEEPEST_CLIENT = 3;
    private static final int NO_EVENT = -1;
    private static final int SHAPE_BOUNDING = 0;
    private static final int SHAPE_INPUT = 2;
    private static final int MOST_PIECES = 256;
    private static final int RESOURCE_MASK = 48; // in Display, which nobody may reorder any more

    private final XConnection x;
    private final long resourceMask;
    private final long netName;
    private final long name;
    private final long programClass;
    private final long process;
    private final long shadow;
    private final long managed;
    private final long utf8;
    private final long use;
    private final long desktop;
    private final long dock;
    private final long owner;
    private final int shapeChanged;
    private final Set<Long> facts;
    private final Map<Long, Said> said = new HashMap<>();
    private final Map<Long, Outline> outlines = new HashMap<>();

    WindowFacts(XConnection x) {
        this.x = x;
        this.resourceMask = MemorySegment.ofAddress(x.display())
                .reinterpret(RESOURCE_MASK + 8)
                .get(JAVA_LONG, RESOURCE_MASK);
        this.netName = x.atom("_NET_WM_NAME");
        this.name = x.atom("WM_NAME");
        this.programClass = x.atom("WM_CLASS");
        this.process = x.atom("_NET_WM_PID");
        this.shadow = x.atom("_GTK_FRAME_EXTENTS");
        this.managed = x.atom("WM_STATE");
        this.utf8 = x.atom("UTF8_STRING");
        this.use = x.atom("_NET_WM_WINDOW_TYPE");
        this.desktop = x.atom("_NET_WM_WINDOW_TYPE_DESKTOP");
        this.dock = x.atom("_NET_WM_WINDOW_TYPE_DOCK");
        this.owner = x.atom("WM_TRANSIENT_FOR");
        XConnection.Extension shape = x.extension("SHAPE");
        this.shapeChanged = shape == null ? NO_EVENT : shape.firstEvent();
        this.facts = Set.of(netName, name, programClass, process, shadow, managed, use, owner);
    }

    /** @param unmanaged whether the window manager leaves it alone, as it does with menus */
    record Shape(boolean viewable, Area area, boolean unmanaged) {}

    /** @param shadow left, right, top, bottom: a margin in the window that shows what is behind it */
    private record Said(String title, String program, long process, long[] shadow, Windows.Use use, long owner) {}

    /** @param pieces of its shape, from its own corner; empty if it is a rectangle */
    private record Outline(Optional<List<Area>> pieces, boolean untouchable) {}

    /** The server's number of the connection that made a window. Numbers are used again when a program has ended. */
    long connection(long window) {
        return window & ~resourceMask;
    }

    boolean isShape(int event) {
        return event == shapeChanged;
    }

    boolean isFact(long property) {
        return facts.contains(property);
    }

    void forget(long window) {
        said.remove(window);
        outlines.remove(window);
    }

    Area screen() {
        return shape(x.root()).area();
    }

    Shape shape(long window) {
        MemorySegment attributes = x.scratch();
        if (XlibWindows.getWindowAttributes(x.display(), window, attributes) == 0) {
            return new Shape(false, new Area(0, 0, 0, 0), false);
        }
        int border = attributes.get(JAVA_INT, 16);
        boolean viewable = attributes.get(JAVA_INT, 92) == VIEWABLE && attributes.get(JAVA_INT, 40) != INPUT_ONLY;
        Area area = new Area(
                attributes.get(JAVA_INT, 0),
                attributes.get(JAVA_INT, 4),
                attributes.get(JAVA_INT, 8) + 2 * border,
                attributes.get(JAVA_INT, 12) + 2 * border);
        return new Shape(viewable, area, attributes.get(JAVA_INT, 120) != 0);
    }

    /** @return the lowest first */
    long[] children(long window) {
        MemorySegment found = x.scratch(); // root, parent, children, count
        found.asSlice(0, 32).fill((byte) 0);
        XlibWindows.queryTree(x.display(), window, found, found.asSlice(8), found.asSlice(16), found.asSlice(24));
        long list = found.get(JAVA_LONG, 16);
        if (list == 0) {
            return new long[0];
        }
        long[] children = MemorySegment.ofAddress(list)
                .reinterpret(8L * found.get(JAVA_INT, 24))
                .toArray(JAVA_LONG);
        Xlib.free(list);
        return children;
    }

    /** @return 0 if it has none */
    long parent(long window) {
        MemorySegment found = x.scratch();
        found.asSlice(0, 32).fill((byte) 0);
        XlibWindows.queryTree(x.display(), window, found, found.asSlice(8), found.asSlice(16), found.asSlice(24));
        long parent = found.get(JAVA_LONG, 8);
        Xlib.free(found.get(JAVA_LONG, 16));
        return parent;
    }

    /** @return the child of the root window beneath the pointer, 0 if there is none */
    long beneathPointer() {
        MemorySegment found = x.scratch();
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
        return found.get(JAVA_LONG, 8);
    }

    /** @return the window that its window manager has put into this one, or itself if it is one; 0 if there is none */
    long clientIn(long top) {
        return clientIn(top, DEEPEST_CLIENT);
    }

    private long clientIn(long window, int deeper) {
        if (Properties.longs(x, window, managed, 2).length > 0) {
            return window;
        }
        if (deeper > 0) {
            for (long child : children(window)) {
                long client = clientIn(child, deeper - 1);
                if (client != 0) {
                    return client;
                }
            }
        }
        return 0;
    }

    /**
     * @param top child of the root window
     * @param window the program's own in it
     */
    DesktopWindow describe(long top, long window, Area area, boolean unmanaged) {
        Said words = said.get(window);
        if (words == null) {
            Xlib.selectInput(x.display(), window, PROPERTY_CHANGE_MASK);
            words = ask(window);
            said.put(window, words);
        }
        Outline outline = outlines.computeIfAbsent(top, this::outline);
        Area own = without(words.shadow(), area);
        List<Area> opaque = outline.pieces()
                .map(pieces -> pieces.stream()
                        .map(piece -> new Area(
                                        area.x() + piece.x(), area.y() + piece.y(), piece.width(), piece.height())
                                .intersect(own))
                        .toList())
                .orElseGet(() -> List.of(own));
        return new DesktopWindow(
                window,
                words.title(),
                words.program(),
                words.process(),
                own,
                area,
                opaque,
                words.use(),
                words.owner(),
                unmanaged,
                outline.untouchable());
    }

    private Outline outline(long top) {
        if (shapeChanged == NO_EVENT) {
            return new Outline(Optional.empty(), false);
        }
        Xext.selectShape(x.display(), top, 1);
        MemorySegment extents = x.scratch(); // bounding shaped, x, y, width, height; clip shaped, ...
        if (Xext.queryExtents(x.display(), top, extents) == 0 || extents.get(JAVA_INT, 0) == 0) {
            return new Outline(Optional.empty(), pieces(top, SHAPE_INPUT).isEmpty());
        }
        List<Area> pieces = pieces(top, SHAPE_BOUNDING);
        // What is too finely cut covers nothing.
        return new Outline(
                Optional.of(pieces.size() > MOST_PIECES ? List.of() : pieces),
                pieces(top, SHAPE_INPUT).isEmpty());
    }

    private List<Area> pieces(long top, int kind) {
        MemorySegment count = x.scratch();
        count.set(JAVA_INT, 0, 0);
        long found = Xext.shapeRectangles(x.display(), top, kind, count, count.asSlice(8));
        if (found == 0) {
            return List.of();
        }
        int rectangles = count.get(JAVA_INT, 0);
        MemorySegment list = MemorySegment.ofAddress(found).reinterpret(8L * rectangles);
        List<Area> pieces = new ArrayList<>(rectangles);
        for (int i = 0; i < rectangles; i++) {
            pieces.add(new Area(
                    list.get(JAVA_SHORT, 8L * i),
                    list.get(JAVA_SHORT, 8L * i + 2),
                    list.get(JAVA_SHORT, 8L * i + 4) & 0xFFFF,
                    list.get(JAVA_SHORT, 8L * i + 6) & 0xFFFF));
        }
        Xlib.free(found);
        return pieces;
    }

    private Said ask(long window) {
        String title = text(window, netName);
        if (title.isEmpty()) {
            title = text(window, name);
        }
        String twoNames = text(window, programClass); // of the instance, of the program, each with a zero behind it
        int end = twoNames.indexOf(0);
        String program = twoNames.substring(end + 1).replace("\0", "");
        long[] pid = Properties.longs(x, window, process, 1);
        long[] margin = Properties.longs(x, window, shadow, 4);
        long[] uses = Properties.longs(x, window, use, 1);
        Windows.Use first = uses.length == 0
                ? Windows.Use.PROGRAM
                : uses[0] == desktop
                        ? Windows.Use.BACKGROUND
                        : uses[0] == dock ? Windows.Use.TASKBAR : Windows.Use.PROGRAM;
        long[] whose = Properties.longs(x, window, owner, 1);
        return new Said(
                title,
                program,
                pid.length == 1 ? pid[0] & 0xFFFF_FFFFL : -1,
                margin,
                first,
                whose.length == 1 ? whose[0] : 0);
    }

    private String text(long window, long property) {
        return Properties.read(x, window, property, LONGEST_TEXT, false)
                .filter(found -> found.format() == 8)
                .map(found -> new String(
                        found.bytes(), found.type() == utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    private static Area without(long[] margin, Area area) {
        if (margin.length != 4) {
            return area;
        }
        for (long side : margin) {
            if (side < 0 || side > 1000) {
                return area;
            }
        }
        return new Area(
                area.x() + (int) margin[0],
                area.y() + (int) margin[2],
                Math.max(0, area.width() - (int) (margin[0] + margin[1])),
                Math.max(0, area.height() - (int) (margin[2] + margin[3])));
    }
}
