package org.beistand.benchmarks.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.awt.Rectangle;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One X display, seen and operated: its pixels through shared memory, a wait for something to be drawn, and a mouse and a
 * keyboard that are injected. Used by one thread.
 */
public final class XDisplay implements AutoCloseable {
    private static final int ZPIXMAP = 2;
    private static final int PRIVATE_600 = 01000 | 0600;
    private static final int REMOVE = 0;
    private static final int NON_EMPTY = 3;
    private static final short POLLIN = 1;
    private static final long ALL_PLANES = -1;
    // In XImage.
    private static final int IMAGE_WIDTH = 0;
    private static final int IMAGE_HEIGHT = 4;
    private static final int IMAGE_PIXELS = 16;
    private static final int IMAGE_LINE = 44;

    static {
        Native.survive();
    }

    private final Arena arena = Arena.ofShared();
    private final MemorySegment event = arena.allocate(JAVA_LONG, 24);
    private final MemorySegment descriptor = arena.allocate(JAVA_INT, 2);
    private final long display;
    private final long root;
    private final int width;
    private final int height;
    private final long shared;
    private final long image;
    private final MemorySegment layout;
    private final MemorySegment pixels;
    private final long damage;
    private final int damaged;

    /** @param name as in {@code DISPLAY} */
    public XDisplay(String name) {
        display = Native.pointer(Native.OPEN_DISPLAY, arena.allocateFrom(name));
        if (display == 0) {
            throw new IllegalStateException("the display " + name + " does not answer");
        }
        Native.survive(display);
        root = Native.pointer(Native.ROOT, display);
        width = Native.number(Native.WIDTH, display, 0);
        height = Native.number(Native.HEIGHT, display, 0);
        long size = 4L * width * height;
        int id = Native.number(Native.SHMGET, 0, size, PRIVATE_600);
        shared = Native.pointer(Native.SHMAT, id, MemorySegment.NULL, 0);
        MemorySegment segment = arena.allocate(32, 8);
        segment.set(JAVA_INT, 8, id);
        segment.set(JAVA_LONG, 16, shared);
        image = Native.pointer(
                Native.SHM_CREATE_IMAGE,
                display,
                Native.pointer(Native.VISUAL, display, 0),
                Native.number(Native.DEPTH, display, 0),
                ZPIXMAP,
                MemorySegment.NULL,
                segment,
                width,
                height);
        layout = MemorySegment.ofAddress(image).reinterpret(136);
        layout.set(JAVA_LONG, IMAGE_PIXELS, shared);
        pixels = MemorySegment.ofAddress(shared).reinterpret(size);
        Native.number(Native.SHM_ATTACH, display, segment);
        Native.number(Native.SYNC, display, 0);
        Native.number(Native.SHMCTL, id, REMOVE, MemorySegment.NULL);
        Native.number(Native.DAMAGE_QUERY, display, event, event.asSlice(4));
        damaged = event.get(JAVA_INT, 0);
        event.set(JAVA_INT, 0, 1);
        event.set(JAVA_INT, 4, 1);
        Native.number(Native.DAMAGE_VERSION, display, event, event.asSlice(4));
        damage = Native.pointer(Native.DAMAGE_CREATE, display, root, NON_EMPTY);
        descriptor.set(JAVA_INT, 0, Native.number(Native.CONNECTION, display));
        descriptor.set(JAVA_SHORT, 4, POLLIN);
        Native.number(Native.SYNC, display, 0);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * The pixels of an area as 0xRRGGBB, row by row.
     *
     * @param into at least as long as the area has pixels
     */
    public void grab(Rectangle area, int[] into) {
        layout.set(JAVA_INT, IMAGE_WIDTH, area.width);
        layout.set(JAVA_INT, IMAGE_HEIGHT, area.height);
        layout.set(JAVA_INT, IMAGE_LINE, 4 * area.width);
        int done = Native.number(Native.SHM_GET_IMAGE, display, root, image, area.x, area.y, ALL_PLANES);
        if (done == 0) {
            throw new IllegalStateException("the screen cannot be seen at " + area);
        }
        MemorySegment.copy(pixels, JAVA_INT, 0, into, 0, area.width * area.height);
        for (int i = 0; i < area.width * area.height; i++) {
            into[i] &= 0xFFFFFF;
        }
    }

    public int[] grab(Rectangle area) {
        int[] into = new int[area.width * area.height];
        grab(area, into);
        return into;
    }

    /** The pixel there. */
    public int pixel(int x, int y) {
        int[] one = new int[1];
        grab(new Rectangle(x, y, 1, 1), one);
        return one[0];
    }

    /**
     * Waits until something was drawn since this was last asked. The server says so itself; nothing is polled.
     *
     * @return false if the time was over
     */
    public boolean awaitDrawing(long atMostNanos) {
        long end = System.nanoTime() + atMostNanos;
        while (true) {
            boolean drawn = false;
            while (Native.number(Native.PENDING, display) > 0) {
                Native.number(Native.NEXT_EVENT, display, event);
                drawn |= event.get(JAVA_INT, 0) == damaged;
            }
            if (drawn) {
                Native.call(Native.DAMAGE_SUBTRACT, display, damage, 0L, 0L);
                Native.number(Native.FLUSH, display);
                return true;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            Native.number(Native.POLL, descriptor, 1L, (int) Math.max(1, Math.min(1000, left / 1_000_000)));
        }
    }

    /** Forgets what was drawn so far. */
    public void forgetDrawing() {
        Native.number(Native.SYNC, display, 0);
        while (Native.number(Native.PENDING, display) > 0) {
            Native.number(Native.NEXT_EVENT, display, event);
        }
        Native.call(Native.DAMAGE_SUBTRACT, display, damage, 0L, 0L);
        Native.number(Native.SYNC, display, 0);
    }

    public void move(int x, int y) {
        Native.number(Native.FAKE_MOTION, display, -1, x, y, 0L);
        Native.number(Native.FLUSH, display);
    }

    /** The left button. */
    public void press(boolean down) {
        Native.number(Native.FAKE_BUTTON, display, 1, down ? 1 : 0, 0L);
        Native.number(Native.FLUSH, display);
    }

    /** @param symbol of the key, as X counts them; a letter's is its ASCII code */
    public void key(long symbol, boolean down) {
        int code = Native.number(Native.KEYCODE, display, symbol) & 0xFF;
        Native.number(Native.FAKE_KEY, display, code, down ? 1 : 0, 0L);
        Native.number(Native.FLUSH, display);
    }

    @Override
    public void close() {
        Native.number(Native.CLOSE_DISPLAY, display);
        Native.number(Native.SHMDT, shared);
        arena.close();
    }
}
