package org.beistand.client.platform.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/** Where the system does not say what has changed: the new picture is laid over the old one and compared, tile by tile. */
public final class Comparison {
    private static final int TILE = 64;

    private Comparison() {}

    /**
     * Brings a part of the picture up to date.
     *
     * @param left where the upper left corner of the rows stands in the picture
     * @return tiles in which something changed, neighbours in a line joined; all of it is in the picture now
     */
    public static List<Area> update(PixelRows now, Picture into, int left, int top) {
        Area all = new Area(left, top, now.width(), now.height()).intersect(into.area());
        List<Area> changed = new ArrayList<>();
        int[] line = new int[all.width()];
        int tiles = (all.width() + TILE - 1) / TILE;
        boolean[] touched = new boolean[tiles];
        for (int y = 0; y < all.height(); y += TILE) {
            int rows = Math.min(TILE, all.height() - y);
            Arrays.fill(touched, false);
            for (int row = y; row < y + rows; row++) {
                now.row(all.x() - left, all.y() + row - top, all.width(), line, 0);
                take(line, into, (all.y() + row) * into.width() + all.x(), touched);
            }
            join(touched, all, y, rows, changed);
        }
        return changed;
    }

    private static void take(int[] line, Picture into, int at, boolean[] touched) {
        int[] pixels = into.pixels();
        if (Arrays.equals(line, 0, line.length, pixels, at, at + line.length)) {
            return;
        }
        for (int tile = 0; tile < touched.length; tile++) {
            int from = tile * TILE;
            int to = Math.min(from + TILE, line.length);
            if (!Arrays.equals(line, from, to, pixels, at + from, at + to)) {
                touched[tile] = true;
                System.arraycopy(line, from, pixels, at + from, to - from);
            }
        }
    }

    private static void join(boolean[] touched, Area all, int y, int rows, List<Area> changed) {
        for (int tile = 0; tile < touched.length; tile++) {
            if (!touched[tile]) {
                continue;
            }
            int first = tile;
            while (tile + 1 < touched.length && touched[tile + 1]) {
                tile++;
            }
            int right = Math.min((tile + 1) * TILE, all.width());
            changed.add(new Area(all.x() + first * TILE, all.y() + y, right - first * TILE, rows));
        }
    }
}
