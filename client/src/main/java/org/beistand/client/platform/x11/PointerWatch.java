package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.ScreenSource.Pointer;
import org.beistand.client.desktop.ScreenSource.Shape;

/**
 * Where the pointer is and what it looks like. Moves are told by the devices themselves, and only while somebody waits for
 * them: a mouse reports a thousand times a second, and reports that nobody fetches would pile up in the server.
 */
final class PointerWatch {
    private static final int GENERIC_EVENT = 35;
    private static final int DISPLAY_CURSOR = 1;
    private static final int LARGEST = 1024;
    private static final int REMEMBERED = 128;
    /** The serial number of an animated shape before its animation has begun; there is no picture of it then. */
    private static final long BEFORE_FIRST_STEP = 0;

    private static final Shape NOTHING = new Shape(1, 1, 0, 0, new int[1]);
    private static final Shape ARROW = arrow(16);

    private final XConnection x;
    private final int cursorEvent;
    private final Optional<InputDevices> devices;
    /** By serial number, so that the steps of an animation are the same objects again. */
    private final Map<Long, Shape> shapes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Shape> eldest) {
            return size() > REMEMBERED;
        }
    };

    private boolean listening;
    private boolean shapeOutdated = true;
    private Shape shape = NOTHING;
    private int lastX = -1;
    private int lastY = -1;

    PointerWatch(XConnection x) {
        this.x = x;
        MemorySegment numbers = x.scratch();
        Xfixes.queryExtension(x.display(), numbers, numbers.asSlice(4));
        this.cursorEvent = numbers.get(JAVA_INT, 0) + 1;
        Xfixes.selectCursorInput(x.display(), x.root(), DISPLAY_CURSOR);
        this.devices = InputDevices.of(x);
    }

    /** Whether moves are told; otherwise somebody has to look now and then. */
    boolean isTold() {
        return devices.isPresent();
    }

    void listen(boolean on) {
        if (on != listening) {
            devices.ifPresent(all -> all.hear(InputDevices.RAW_MOTION, on));
            listening = on;
        }
    }

    boolean isShapeChange(int type) {
        return type == cursorEvent;
    }

    boolean isMove(int type) {
        return type == GENERIC_EVENT;
    }

    void shapeChanged() {
        shapeOutdated = true;
    }

    /** Remembers where the pointer is now, for {@link #hasMoved}. */
    void remember() {
        locate(true);
    }

    boolean hasMoved() {
        return locate(false);
    }

    /** Results: root, child, x on the root, y on the root, x, y, buttons, each in eight bytes. */
    private boolean onThisScreen(MemorySegment found) {
        return Xlib.queryPointer(
                        x.display(),
                        x.root(),
                        found,
                        found.asSlice(8),
                        found.asSlice(16),
                        found.asSlice(24),
                        found.asSlice(32),
                        found.asSlice(40),
                        found.asSlice(48))
                != 0;
    }

    private boolean locate(boolean remember) {
        MemorySegment found = x.scratch();
        onThisScreen(found);
        int nowX = found.get(JAVA_INT, 16);
        int nowY = found.get(JAVA_INT, 24);
        boolean moved = nowX != lastX || nowY != lastY;
        if (remember) {
            lastX = nowX;
            lastY = nowY;
        }
        return moved;
    }

    Pointer pointer() {
        if (shapeOutdated) {
            shapeOutdated = false;
            fetchShape();
        }
        MemorySegment found = x.scratch();
        boolean here = onThisScreen(found);
        return new Pointer(found.get(JAVA_INT, 16), found.get(JAVA_INT, 24), here && shape != NOTHING, shape);
    }

    /** XFixesCursorImage: size at 4, hot spot at 8, serial number at 16, pixels of eight bytes each behind the pointer at 24. */
    private void fetchShape() {
        long address = Xfixes.getCursorImage(x.display());
        if (address == 0) {
            shape = ARROW; // some servers keep the shape to themselves when the program that made it has gone
            return;
        }
        MemorySegment image = MemorySegment.ofAddress(address).reinterpret(32);
        long serial = image.get(JAVA_LONG, 16);
        if (serial != BEFORE_FIRST_STEP) {
            shape = shapes.computeIfAbsent(serial, unseen -> read(image));
        }
        Xlib.free(address);
    }

    /** A black triangle with a white edge that points to the upper left. */
    private static Shape arrow(int size) {
        int[] argb = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x <= y && x + y < size + size / 2; x++) {
                boolean edge = x == 0 || x == y || y == size - 1 || x + y >= size + size / 2 - 1;
                argb[y * size + x] = edge ? 0xFFFFFFFF : 0xFF000000;
            }
        }
        return new Shape(size, size, 0, 0, argb);
    }

    private static Shape read(MemorySegment image) {
        int width = image.get(JAVA_SHORT, 4) & 0xFFFF;
        int height = image.get(JAVA_SHORT, 6) & 0xFFFF;
        if (width == 0 || height == 0 || width > LARGEST || height > LARGEST) {
            return NOTHING;
        }
        MemorySegment words = MemorySegment.ofAddress(image.get(JAVA_LONG, 24)).reinterpret(8L * width * height);
        int[] argb = new int[width * height];
        int any = 0;
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (int) words.get(JAVA_LONG, 8L * i);
            any |= argb[i];
        }
        return any == 0
                ? NOTHING
                : new Shape(width, height, image.get(JAVA_SHORT, 8) & 0xFFFF, image.get(JAVA_SHORT, 10) & 0xFFFF, argb);
    }
}
