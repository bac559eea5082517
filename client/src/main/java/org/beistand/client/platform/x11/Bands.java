package org.beistand.client.platform.x11;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;

/** Few areas instead of many: each costs a trip to the server, some more pixels cost less. */
final class Bands {
    private Bands() {}

    /**
     * @param areas in the order of their upper edges, as an X region has them
     * @return no more than that many areas that together hold all of the given
     */
    static List<Area> atMost(int most, List<Area> areas) {
        List<Area> bands = stacked(areas);
        while (bands.size() > most) {
            int cheapest = 0;
            long least = Long.MAX_VALUE;
            for (int i = 0; i + 1 < bands.size(); i++) {
                long waste = waste(bands.get(i), bands.get(i + 1));
                if (waste < least) {
                    least = waste;
                    cheapest = i;
                }
            }
            bands.set(cheapest, around(bands.get(cheapest), bands.remove(cheapest + 1)));
        }
        return bands;
    }

    /** Joins neighbours where little or nothing is wasted by it. */
    private static List<Area> stacked(List<Area> areas) {
        List<Area> bands = new ArrayList<>();
        for (Area area : areas) {
            int last = bands.size() - 1;
            if (last >= 0 && waste(bands.get(last), area) * 4 <= size(area)) {
                bands.set(last, around(bands.get(last), area));
            } else {
                bands.add(area);
            }
        }
        return bands;
    }

    private static long waste(Area one, Area other) {
        return size(around(one, other)) - size(one) - size(other);
    }

    private static long size(Area area) {
        return (long) area.width() * area.height();
    }

    private static Area around(Area one, Area other) {
        int left = Math.min(one.x(), other.x());
        int top = Math.min(one.y(), other.y());
        int right = Math.max(one.x() + one.width(), other.x() + other.width());
        int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
        return new Area(left, top, right - left, bottom - top);
    }
}
