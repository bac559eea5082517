package org.beistand.client.platform.pixels;

import java.util.List;
import org.beistand.client.desktop.Area;

/** What a window with rounded corners covers for certain. */
public final class RoundedCorners {
    private RoundedCorners() {}

    /** @param corner how many pixels of each side may show what is beneath; a small window covers nothing */
    public static List<Area> without(Area window, int corner) {
        if (window.width() <= 2 * corner || window.height() <= 2 * corner) {
            return List.of();
        }
        return List.of(
                new Area(window.x() + corner, window.y(), window.width() - 2 * corner, window.height()),
                new Area(window.x(), window.y() + corner, window.width(), window.height() - 2 * corner));
    }
}
