package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/** The server sends the pixels through the connection: slower, but possible wherever there is an X server. */
final class SentRootImage implements RootImage {
    private static final int ZPIXMAP = 2;
    private static final long ALL_PLANES = -1;

    private final XConnection x;
    private final ScreenFormat format;

    SentRootImage(XConnection x, ScreenFormat format) {
        this.x = x;
        this.format = format;
    }

    @Override
    public Optional<List<Area>> fetch(Area area, Picture into) {
        return fetch(area, into, area.x(), area.y());
    }

    /** The same into another place of the picture. @param left where the left edge of the area stands in it */
    Optional<List<Area>> fetch(Area area, Picture into, int left, int top) {
        long address = XlibWindows.getImage(
                x.display(), x.root(), area.x(), area.y(), area.width(), area.height(), ALL_PLANES, ZPIXMAP);
        if (address == 0) {
            return Optional.empty();
        }
        MemorySegment image = MemorySegment.ofAddress(address).reinterpret(136);
        int stride = image.get(JAVA_INT, 44);
        long data = image.get(JAVA_LONG, 16);
        Optional<List<Area>> changed = Optional.empty();
        if (image.get(JAVA_INT, 48) == 8 * format.bytes()) {
            ByteOrder order = image.get(JAVA_INT, 24) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            MemorySegment rows = MemorySegment.ofAddress(data).reinterpret((long) stride * area.height());
            changed = Optional.of(
                    format.update(rows, stride, order, new Area(left, top, area.width(), area.height()), into));
        }
        Xlib.free(data);
        Xlib.free(address);
        return changed;
    }

    @Override
    public void close() {
        // nothing is held between two pictures
    }
}
