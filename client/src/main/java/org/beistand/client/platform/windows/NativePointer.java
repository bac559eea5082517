package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.beistand.client.desktop.ScreenSource.Shape;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.pixels.PixelRows;
import org.beistand.client.platform.pixels.PointerShapes;

/** The pointer that Windows shows at this moment, whichever program has set it. */
final class NativePointer implements PointerLook {
    private static final int CURSOR_SHOWING = 1; // winuser.h
    private static final int REMEMBERED = 16;
    private static final Shape ARROW = PointerShapes.arrow(16);
    private static final long FLAGS = CStruct.offset(Structs.CURSORINFO, "flags");
    private static final long HANDLE = CStruct.offset(Structs.CURSORINFO, "hCursor");
    private static final long POINT = CStruct.offset(Structs.CURSORINFO, "ptScreenPos");
    private static final long HOT_X = CStruct.offset(Structs.ICONINFO, "xHotspot");
    private static final long HOT_Y = CStruct.offset(Structs.ICONINFO, "yHotspot");
    private static final long MASK = CStruct.offset(Structs.ICONINFO, "hbmMask");
    private static final long COLOUR = CStruct.offset(Structs.ICONINFO, "hbmColor");
    private static final long WIDTH = CStruct.offset(Structs.BITMAP, "bmWidth");
    private static final long HEIGHT = CStruct.offset(Structs.BITMAP, "bmHeight");

    private final Deque<Shape> known = new ArrayDeque<>();
    private Place last = new Place(0, 0, false, 0);
    private Shape shape = ARROW;
    private long look;

    @Override
    public Place place() {
        try (Arena arena = Arena.ofConfined();
                Dpi unused = Dpi.pixels()) {
            MemorySegment found = arena.allocate(Structs.CURSORINFO);
            found.set(JAVA_INT, 0, (int) Structs.CURSORINFO.byteSize());
            if (User32.cursor(found) != 0) { // not while Windows shows another desktop
                last = new Place(
                        found.get(JAVA_INT, POINT),
                        found.get(JAVA_INT, POINT + 4),
                        (found.get(JAVA_INT, FLAGS) & CURSOR_SHOWING) != 0,
                        found.get(JAVA_LONG, HANDLE));
            }
            return last;
        }
    }

    @Override
    public Shape shape(Place place) {
        if (place.look() != look && place.look() != 0) {
            look = place.look();
            shape = read(look).map(this::remembered).orElse(ARROW);
        }
        return shape;
    }

    private Shape remembered(Shape now) {
        for (Shape one : known) {
            if (one.width() == now.width()
                    && one.height() == now.height()
                    && one.hotX() == now.hotX()
                    && one.hotY() == now.hotY()
                    && Arrays.equals(one.argb(), now.argb())) {
                return one;
            }
        }
        known.addLast(now);
        if (known.size() > REMEMBERED) {
            known.removeFirst();
        }
        return now;
    }

    private static Optional<Shape> read(long handle) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment icon = arena.allocate(Structs.ICONINFO);
            if (User32.icon(handle, icon) == 0) {
                return Optional.empty();
            }
            long mask = icon.get(JAVA_LONG, MASK);
            long colour = icon.get(JAVA_LONG, COLOUR);
            try {
                return CursorBitmaps.shape(
                        icon.get(JAVA_INT, HOT_X),
                        icon.get(JAVA_INT, HOT_Y),
                        pixels(mask, arena),
                        pixels(colour, arena));
            } finally {
                Gdi32.delete(mask);
                Gdi32.delete(colour);
            }
        }
    }

    /** @return empty if there is no such bitmap, or one that is larger than a pointer can be */
    private static Optional<CursorBitmaps.Bitmap> pixels(long bitmap, Arena arena) {
        MemorySegment found = arena.allocate(Structs.BITMAP);
        if (bitmap == 0 || Gdi32.describe(bitmap, (int) Structs.BITMAP.byteSize(), found) == 0) {
            return Optional.empty();
        }
        int width = found.get(JAVA_INT, WIDTH);
        int height = found.get(JAVA_INT, HEIGHT);
        if (width < 1 || height < 1 || width > PointerShapes.LARGEST || height > 2 * PointerShapes.LARGEST) {
            return Optional.empty();
        }
        MemorySegment bits = arena.allocate(4L * width * height, 4);
        long screen = User32.deviceContext(0);
        int lines = Gdi32.pixels(screen, bitmap, 0, height, bits, CopiedDesktop.description(width, height, arena), 0);
        User32.releaseDeviceContext(0, screen);
        return lines == height
                ? Optional.of(CursorBitmaps.Bitmap.of(new PixelRows(bits, 4L * width, width, height)))
                : Optional.empty();
    }
}
