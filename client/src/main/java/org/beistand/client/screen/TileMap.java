package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.TILE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.beistand.client.desktop.Area;

/** Which tiles may have changed and which really have, and where in a tile. */
final class TileMap {
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final BitSet suspected;
    private final BitSet changed;
    private final BitSet owed;
    private int changedTiles;
    private int newlyChanged;

    TileMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = ScreenFormat.tiles(width);
        this.rows = ScreenFormat.tiles(height);
        this.suspected = new BitSet(columns * rows);
        this.changed = new BitSet(columns * rows);
        this.owed = new BitSet(columns * rows);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int index(int column, int row) {
        return row * columns + column;
    }

    int left(int column) {
        return column * TILE;
    }

    int top(int row) {
        return row * TILE;
    }

    int bottom(int row) {
        return Math.min(height, (row + 1) * TILE);
    }

    int right(int column) {
        return Math.min(width, (column + 1) * TILE);
    }

    void suspectAll() {
        suspected.set(0, columns * rows);
    }

    /** Parts outside the picture are left out. */
    void suspect(List<Area> areas) {
        for (Area area : areas) {
            suspect(area.x(), area.y(), area.width(), area.height());
        }
    }

    void suspect(int x, int y, int areaWidth, int areaHeight) {
        long right = Math.min(width, (long) x + areaWidth);
        long bottom = Math.min(height, (long) y + areaHeight);
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        if (left >= right || top >= bottom) {
            return;
        }
        int to = ((int) right - 1) / TILE + 1;
        for (int row = top / TILE; row <= ((int) bottom - 1) / TILE; row++) {
            suspected.set(row * columns + left / TILE, row * columns + to);
        }
    }

    /**
     * This area was copied.
     *
     * @param surely whether it is the same on both sides then, so that tiles inside it need no look
     */
    void settle(boolean surely, int x, int y, int areaWidth, int areaHeight) {
        suspect(x, y, areaWidth, areaHeight);
        int from = (x + TILE - 1) / TILE;
        int to = x + areaWidth == width ? columns : (x + areaWidth) / TILE;
        int below = y + areaHeight == height ? rows : (y + areaHeight) / TILE;
        for (int row = (y + TILE - 1) / TILE; surely && row < below && from < to; row++) {
            suspected.clear(row * columns + from, row * columns + to);
        }
    }

    /** What has changed by now and was not settled is owed from now on. */
    void owe() {
        owed.clear();
        owed.or(changed);
    }

    /** Whether it has changed after {@link #owe}. */
    boolean isNew(int tile) {
        return !owed.get(tile);
    }

    int newlyChanged() {
        return newlyChanged;
    }

    /** Compares all suspected tiles; those that are equal are suspected no more. */
    void compare(int[] old, int[] now) {
        changed.clear();
        changedTiles = 0;
        newlyChanged = 0;
        for (int tile = suspected.nextSetBit(0); tile >= 0; tile = suspected.nextSetBit(tile + 1)) {
            if (differs(old, now, tile)) {
                changed.set(tile);
                changedTiles++;
                newlyChanged += owed.get(tile) ? 0 : 1;
            } else {
                suspected.clear(tile);
            }
        }
    }

    boolean differs(int[] old, int[] now, int tile) {
        int row = tile / columns;
        int left = left(tile - row * columns);
        int length = Math.min(width, left + TILE) - left;
        int end = bottom(row) * width + left;
        for (int at = top(row) * width + left; at < end; at += width) {
            if (Arrays.mismatch(old, at, at + length, now, at, at + length) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean nothingChanged() {
        return changedTiles == 0;
    }

    int changedTiles() {
        return changedTiles;
    }

    boolean isChanged(int tile) {
        return changed.get(tile);
    }

    /** @return -1 if there is none */
    int nextChanged(int from) {
        return changed.nextSetBit(from);
    }

    /** The tile is the same on both sides now. */
    void settle(int tile) {
        changed.clear(tile);
        suspected.clear(tile);
        changedTiles--;
    }
}
