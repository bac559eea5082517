package org.beistand.client.release;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;

/** The strips of a border around places on the screen: outside of them where there is room, else at their edge. */
public final class Marks {
    static final int THICKNESS = 4;

    private Marks() {}

    /** Strips that do not overlap. */
    public static List<Area> around(List<Area> places, Area screen) {
        Region inner = Region.NOTHING;
        Region outer = Region.NOTHING;
        for (Area place : places) {
            Area seen = place.intersect(screen);
            if (seen.isEmpty()) {
                continue;
            }
            int left = Math.max(screen.x(), seen.x() - THICKNESS);
            int top = Math.max(screen.y(), seen.y() - THICKNESS);
            int right = Math.min(screen.x() + screen.width(), seen.x() + seen.width() + THICKNESS);
            int bottom = Math.min(screen.y() + screen.height(), seen.y() + seen.height() + THICKNESS);
            Area frame = new Area(left, top, right - left, bottom - top);
            outer = outer.with(frame);
            inner = inner.with(new Area(
                    left + THICKNESS,
                    top + THICKNESS,
                    Math.max(0, frame.width() - 2 * THICKNESS),
                    Math.max(0, frame.height() - 2 * THICKNESS)));
        }
        return new ArrayList<>(outer.without(inner).areas());
    }
}
