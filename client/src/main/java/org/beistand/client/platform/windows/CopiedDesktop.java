package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Grabbed;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.pixels.Comparison;
import org.beistand.client.platform.pixels.PixelRows;

/** The whole desktop, copied several times a second and compared: what there is where no output can be duplicated. */
final class CopiedDesktop implements Capture {
    private static final long BETWEEN_COPIES_NANOS = 100_000_000;
    private static final int SRCCOPY = 0x00CC0020;
    /** With windows that are laid over others. */
    private static final int CAPTUREBLT = 0x40000000;

    private static final int BITS = 32;
    private static final long BITMAP_WIDTH = CStruct.offset(Structs.BITMAPINFOHEADER, "biWidth");
    private static final long BITMAP_HEIGHT = CStruct.offset(Structs.BITMAPINFOHEADER, "biHeight");
    private static final long PLANES = CStruct.offset(Structs.BITMAPINFOHEADER, "biPlanes");
    private static final long BIT_COUNT = CStruct.offset(Structs.BITMAPINFOHEADER, "biBitCount");

    private final Area all;
    private final long screen;
    private final long context;
    private final long bitmap;
    private final long before;
    private final PixelRows rows;
    private long lastCopy = System.nanoTime() - BETWEEN_COPIES_NANOS;
    private boolean closed;

    private CopiedDesktop(Area all, long screen, long context, long bitmap, MemorySegment pixels) {
        this.all = all;
        this.screen = screen;
        this.context = context;
        this.bitmap = bitmap;
        this.before = Gdi32.select(context, bitmap);
        this.rows = new PixelRows(pixels, 4L * all.width(), all.width(), all.height());
    }

    static CopiedDesktop open() throws Lost {
        Area all = NativeInjection.wholeScreen();
        if (all.isEmpty()) {
            throw new Lost("there is no monitor");
        }
        try (Arena arena = Arena.ofConfined();
                Dpi unused = Dpi.pixels()) {
            long screen = User32.deviceContext(0);
            long context = Gdi32.createContext(screen);
            MemorySegment bits = arena.allocate(ADDRESS);
            long bitmap = Gdi32.createSection(context, description(all.width(), all.height(), arena), 0, bits, 0, 0);
            if (screen == 0 || context == 0 || bitmap == 0) {
                Gdi32.deleteContext(context);
                User32.releaseDeviceContext(0, screen);
                throw new Lost("there is no memory for a copy of the screen");
            }
            return new CopiedDesktop(
                    all, screen, context, bitmap, bits.get(ADDRESS, 0).reinterpret(4L * all.width() * all.height()));
        }
    }

    /** A bitmap of four bytes a pixel whose first row is the highest, with which a negative height is meant. */
    static MemorySegment description(int width, int height, SegmentAllocator memory) {
        MemorySegment header = memory.allocate(Structs.BITMAPINFOHEADER);
        header.set(JAVA_INT, 0, (int) Structs.BITMAPINFOHEADER.byteSize());
        header.set(JAVA_INT, BITMAP_WIDTH, width);
        header.set(JAVA_INT, BITMAP_HEIGHT, -height);
        header.set(JAVA_SHORT, PLANES, (short) 1);
        header.set(JAVA_SHORT, BIT_COUNT, (short) BITS);
        return header;
    }

    @Override
    public Area virtualScreen() {
        return all;
    }

    /** Nobody says whether something was drawn, so it may have been whenever enough time has passed. */
    @Override
    public boolean awaitDrawing(int millis) throws Lost {
        if (!NativeInjection.wholeScreen().equals(all)) {
            throw new Lost("a monitor has come or gone");
        }
        long left = lastCopy + BETWEEN_COPIES_NANOS - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(Math.min(left, millis * 1_000_000L));
        }
        return lastCopy + BETWEEN_COPIES_NANOS - System.nanoTime() <= 0;
    }

    @Override
    public Grabbed grab(Picture into, boolean whole) throws Lost {
        lastCopy = System.nanoTime();
        try (Dpi unused = Dpi.pixels()) {
            if (!copied(screen, context, new Area(0, 0, all.width(), all.height()), all)) {
                throw new Lost("Windows shows another desktop");
            }
        }
        List<Area> changed = Comparison.update(rows, into, 0, 0);
        return new Grabbed(whole ? List.of(into.area()) : changed, List.of());
    }

    /**
     * Copies to the upper left corner of a bitmap.
     *
     * @param area in the picture
     * @param all in Windows' coordinates
     */
    static boolean copied(long screen, long context, Area area, Area all) {
        int x = all.x() + area.x();
        int y = all.y() + area.y();
        boolean copied =
                Gdi32.copy(context, 0, 0, area.width(), area.height(), screen, x, y, SRCCOPY | CAPTUREBLT) != 0;
        Gdi32.flush();
        return copied;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Gdi32.select(context, before);
            Gdi32.delete(bitmap);
            Gdi32.deleteContext(context);
            User32.releaseDeviceContext(0, screen);
        }
    }
}
