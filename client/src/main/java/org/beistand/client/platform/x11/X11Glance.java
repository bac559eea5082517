package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.value.Reason;

/** Two trips to the X server for a look: how large the screen is, and the pixels, which come through the connection. */
final class X11Glance implements Glance {
    private static final int ZPIXMAP = 2;
    private static final long ALL_PLANES = -1;

    private final XConnection x;

    X11Glance(String display) throws DesktopException {
        this.x = XConnection.open(display);
        synchronized (x) {
            if (ScreenFormat.of(x).isEmpty()) {
                x.close();
                throw new DesktopException(Reason.SCREEN_NOT_CAPTURED, "its pixels are not of eight bits a colour");
            }
        }
    }

    @Override
    public Area bounds() {
        return format().map(ScreenFormat::bounds).orElse(new Area(0, 0, 0, 0));
    }

    private Optional<ScreenFormat> format() {
        synchronized (x) {
            return x.usable() ? ScreenFormat.of(x) : Optional.empty();
        }
    }

    @Override
    public Optional<Picture> look(Area area) {
        synchronized (x) {
            return format().flatMap(format -> fetch(format, area));
        }
    }

    private Optional<Picture> fetch(ScreenFormat format, Area area) {
        if (area.isEmpty() || !area.equals(area.intersect(format.bounds()))) {
            return Optional.empty();
        }
        long address = XlibWindows.getImage(
                x.display(), x.root(), area.x(), area.y(), area.width(), area.height(), ALL_PLANES, ZPIXMAP);
        if (address == 0) {
            return Optional.empty();
        }
        MemorySegment image = MemorySegment.ofAddress(address).reinterpret(136);
        int stride = image.get(JAVA_INT, 44);
        long data = image.get(JAVA_LONG, 16);
        Picture picture = new Picture(area.width(), area.height());
        boolean understood = image.get(JAVA_INT, 48) == 32;
        if (understood) {
            ByteOrder order = image.get(JAVA_INT, 24) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            MemorySegment rows = MemorySegment.ofAddress(data).reinterpret((long) stride * area.height());
            format.update(rows, stride, order, picture.area(), picture);
        }
        Xlib.free(data);
        Xlib.free(address);
        return understood ? Optional.of(picture) : Optional.empty();
    }

    @Override
    public void close() {
        x.close();
    }
}
