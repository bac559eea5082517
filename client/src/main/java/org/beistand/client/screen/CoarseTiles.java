package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.TILE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.beistand.client.desktop.Area;

/**
 * Which tiles may differ a little from the owner's screen. A sketch makes a tile coarse, whatever is copied out of a coarse tile
 * is coarse, and only an exact tile that is said as a whole ends it. Both sides keep it by these rules.
 */
final class CoarseTiles {
    /** Looked for long enough. */
    private static final int MOST_ROUNDS = 16;

    private final int width;
    private final int height;
    private final int columns;
    private final BitSet coarse;
    private final BitSet before;
    private boolean changed;

    CoarseTiles(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = ScreenFormat.tiles(width);
        this.coarse = new BitSet(columns * ScreenFormat.tiles(height));
        this.before = new BitSet(columns * ScreenFormat.tiles(height));
    }

    boolean isEmpty() {
        return coarse.isEmpty();
    }

    boolean contains(int tile) {
        return coarse.get(tile);
    }

    /** @return -1 if there is none */
    int next(int from) {
        return coarse.nextSetBit(from);
    }

    void sketched(int tile) {
        changed |= !coarse.get(tile);
        coarse.set(tile);
    }

    /** The whole tile is exact now. */
    void exact(int tile) {
        changed |= coarse.get(tile);
        coarse.clear(tile);
    }

    void copied(CopyGroup group) {
        if (coarse.isEmpty()) {
            return;
        }
        before.clear();
        before.or(coarse);
        for (int i = 0; i < group.count(); i++) {
            if (!isSourceCoarse(group, i)) {
                clearInside(group, i);
            }
        }
        // An area may feed another one of its group in the same row: until nothing more becomes coarse. What is moved
        // on screens
        // takes a round or two; who thinks out a long chain has all of it called coarse instead of keeping us busy.
        int marked;
        int rounds = 0;
        do {
            marked = coarse.cardinality();
            boolean chain = ++rounds > MOST_ROUNDS;
            for (int i = 0; i < group.count(); i++) {
                if (chain || isSourceCoarse(group, i)) {
                    markAround(group, i);
                }
            }
        } while (rounds <= MOST_ROUNDS && coarse.cardinality() > marked && group.count() > 1);
        changed |= !coarse.equals(before);
    }

    private boolean isSourceCoarse(CopyGroup group, int index) {
        int left = (group.x(index) - group.dx) / TILE;
        int top = (group.y(index) - group.dy) / TILE;
        int right = (group.x(index) - group.dx + group.width(index) - 1) / TILE;
        int bottom = (group.y(index) - group.dy + group.height(index) - 1) / TILE;
        for (int row = top; row <= bottom; row++) {
            int from = row * columns + left;
            int to = row * columns + right;
            int old = before.nextSetBit(from);
            int now = coarse.nextSetBit(from);
            if (old >= 0 && old <= to || now >= 0 && now <= to) {
                return true;
            }
        }
        return false;
    }

    private void clearInside(CopyGroup group, int index) {
        int right = group.x(index) + group.width(index);
        int bottom = group.y(index) + group.height(index);
        int from = (group.x(index) + TILE - 1) / TILE;
        int to = right == width ? columns : right / TILE;
        int below = bottom == height ? ScreenFormat.tiles(height) : bottom / TILE;
        for (int row = (group.y(index) + TILE - 1) / TILE; row < below && from < to; row++) {
            coarse.clear(row * columns + from, row * columns + to);
        }
    }

    private void markAround(CopyGroup group, int index) {
        int left = group.x(index) / TILE;
        int right = (group.x(index) + group.width(index) - 1) / TILE;
        int bottom = (group.y(index) + group.height(index) - 1) / TILE;
        for (int row = group.y(index) / TILE; row <= bottom; row++) {
            coarse.set(row * columns + left, row * columns + right + 1);
        }
    }

    /** Whether there are others than at the last call. */
    boolean haveChanged() {
        boolean news = changed;
        changed = false;
        return news;
    }

    List<Area> toAreas() {
        List<Area> areas = new ArrayList<>();
        for (int tile = coarse.nextSetBit(0); tile >= 0; ) {
            int row = tile / columns;
            int to = Math.min(coarse.nextClearBit(tile), (row + 1) * columns);
            int x = tile % columns * TILE;
            int y = row * TILE;
            int right = Math.min(width, (to - row * columns) * TILE);
            areas.add(new Area(x, y, right - x, Math.min(height, y + TILE) - y));
            tile = coarse.nextSetBit(to);
        }
        return areas;
    }
}
