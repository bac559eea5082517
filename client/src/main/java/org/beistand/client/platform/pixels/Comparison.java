package org.beistand.client.platform.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/**
 * What has really changed, where a system does not say it or says too much: programs like to paint their whole window for a single
 * letter. The new picture is laid over the old one and compared, tile by tile.
 */
public final class Comparison {
    private static final int TILE = 64;

    private final Picture into;
    private final Area all;
    private final int[] line;
    /** Whether something has changed in a tile, of those that stand in one line; never in the last one, which is outside. */
    private final boolean[] touched;

    private final List<Area> changed = new ArrayList<>();

    private Comparison(Picture into, Area all) {
        this.into = into;
        this.all = all;
        this.line = new int[all.width()];
        this.touched = new boolean[tileOf(all.x() + all.width() - 1) + 2];
    }

    /**
     * Brings a part of the picture up to date.
     *
     * @param left where the upper left corner of the rows stands in the picture
     * @return tiles in which something changed, neighbours joined, from above to below; all of it is in the picture now
     */
    public static List<Area> update(Rows now, Picture into, int left, int top) {
        Area all = new Area(left, top, now.width(), now.height()).intersect(into.area());
        return all.isEmpty() ? List.of() : new Comparison(into, all).update(now, left, top);
    }

    private List<Area> update(Rows now, int left, int top) {
        int bottom = all.y() + all.height();
        int end;
        for (int y = all.y(); y < bottom; y = end) {
            end = Math.min((y / TILE + 1) * TILE, bottom);
            Arrays.fill(touched, false);
            for (int row = y; row < end; row++) {
                now.row(all.x() - left, row - top, all.width(), line, 0);
                take(row * into.width());
            }
            join(y, end);
        }
        return changed;
    }

    /** Where a tile has changed already, nobody needs to know where else. */
    private void take(int rowAt) {
        int[] pixels = into.pixels();
        int first = Arrays.mismatch(line, 0, line.length, pixels, rowAt + all.x(), rowAt + all.x() + line.length);
        if (first < 0) {
            return;
        }
        int right = all.x() + all.width();
        for (int tile = tileOf(all.x() + first); left(tile) < right; tile++) {
            int from = left(tile) - all.x();
            int to = left(tile + 1) - all.x();
            int at = rowAt + left(tile);
            if (touched[tile] || Arrays.mismatch(line, from, to, pixels, at, at + to - from) >= 0) {
                touched[tile] = true;
                System.arraycopy(line, from, pixels, at, to - from);
            }
        }
    }

    /** Tiles stand where they stand in the picture; those at the edges of the area are cut off by it. */
    private int tileOf(int x) {
        return x / TILE - all.x() / TILE;
    }

    private int left(int tile) {
        return Math.clamp((all.x() / TILE + tile) * TILE, all.x(), all.x() + all.width());
    }

    private void join(int top, int bottom) {
        for (int tile = 0; tile < touched.length; tile++) {
            int from = tile;
            while (touched[tile]) {
                tile++;
            }
            if (tile > from) {
                add(new Area(left(from), top, left(tile) - left(from), bottom - top));
            }
        }
    }

    private void add(Area below) {
        for (int i = changed.size() - 1; i >= 0; i--) {
            Area above = changed.get(i);
            if (above.x() == below.x() && above.width() == below.width() && above.y() + above.height() == below.y()) {
                changed.set(i, new Area(above.x(), above.y(), above.width(), above.height() + below.height()));
                return;
            }
        }
        changed.add(below);
    }
}
