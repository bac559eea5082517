package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/** The server writes the pixels into memory that it shares with us: nothing travels but the request. */
final class SharedRootImage implements RootImage {
    private static final int ZPIXMAP = 2;
    private static final int BITS_PER_PIXEL = 48; // in XImage, as all offsets here
    private static final int WIDTH = 0;
    private static final int HEIGHT = 4;
    private static final int DATA = 16;
    private static final int BYTES_PER_LINE = 44;
    private static final int IPC_CREAT_PRIVATE = 01000 | 0600;
    private static final int IPC_RMID = 0;
    private static final long ALL_PLANES = -1;

    private final XConnection x;
    private final ScreenFormat format;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment segment; // XShmSegmentInfo: id at 8, address at 16, read-only at 24
    private final long image;
    private final MemorySegment layout;
    private final MemorySegment pixels;

    private SharedRootImage(XConnection x, ScreenFormat format, long address, int id) {
        this.x = x;
        this.format = format;
        this.segment = arena.allocate(32, 8);
        segment.set(JAVA_INT, 8, id);
        segment.set(JAVA_LONG, 16, address);
        this.image = Xext.createImage(
                x.display(),
                format.visual(),
                format.depth(),
                ZPIXMAP,
                MemorySegment.NULL,
                segment,
                format.width(),
                format.height());
        this.layout = MemorySegment.ofAddress(image).reinterpret(136);
        this.pixels = MemorySegment.ofAddress(address).reinterpret(size(format));
    }

    private static long size(ScreenFormat format) {
        return (stride(format, format.width()) + 4L) * format.height();
    }

    /** Rows begin at whole words of four bytes. */
    private static int stride(ScreenFormat format, int width) {
        return (format.bytes() * width + 3) / 4 * 4;
    }

    /** @return empty where server and we are not on one machine, or there is no memory to share */
    static Optional<RootImage> attach(XConnection x, ScreenFormat format) {
        if (Xext.queryExtension(x.display()) == 0) {
            return Optional.empty();
        }
        int id = Libc.shmget(0, size(format), IPC_CREAT_PRIVATE);
        if (id < 0) {
            return Optional.empty();
        }
        long address = Libc.shmat(id, 0, 0);
        if (address == -1) {
            Libc.shmctl(id, IPC_RMID, 0);
            return Optional.empty();
        }
        var shared = new SharedRootImage(x, format, address, id);
        x.settle();
        Xext.attach(x.display(), shared.segment);
        boolean attached = x.complaint() == 0;
        Libc.shmctl(id, IPC_RMID, 0); // it goes with its last user, even if we are killed
        if (!attached || shared.layout.get(JAVA_INT, BITS_PER_PIXEL) != 8 * format.bytes()) {
            shared.release(attached);
            return Optional.empty();
        }
        return Optional.of(shared);
    }

    @Override
    public Optional<List<Area>> fetch(Area area, Picture into) {
        layout.set(JAVA_INT, WIDTH, area.width());
        layout.set(JAVA_INT, HEIGHT, area.height());
        layout.set(JAVA_INT, BYTES_PER_LINE, stride(format, area.width()));
        layout.set(JAVA_LONG, DATA, pixels.address());
        if (Xext.getImage(x.display(), x.root(), image, area.x(), area.y(), ALL_PLANES) == 0) {
            return Optional.empty();
        }
        return Optional.of(format.update(pixels, stride(format, area.width()), ByteOrder.nativeOrder(), area, into));
    }

    @Override
    public void close() {
        release(true);
    }

    private void release(boolean attached) {
        if (attached && x.usable()) {
            Xext.detach(x.display(), segment);
            Xlib.sync(x.display(), 0);
        }
        Xlib.free(image);
        Libc.shmdt(pixels.address());
        arena.close();
    }
}
