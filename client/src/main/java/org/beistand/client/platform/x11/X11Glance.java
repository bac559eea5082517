package org.beistand.client.platform.x11;

import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.value.Reason;

/** Two trips to the X server for a look: how large the screen is, and the pixels, which come through the connection. */
final class X11Glance implements Glance {
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
        Picture picture = new Picture(area.width(), area.height());
        return new SentRootImage(x, format).fetch(area, picture, 0, 0).map(all -> picture);
    }

    @Override
    public void close() {
        x.close();
    }
}
