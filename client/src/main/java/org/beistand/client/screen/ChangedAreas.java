package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.TILE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.beistand.client.desktop.Area;

/**
 * Where a picture changed, as few rectangles: a small one as it is, many of them as the tiles they touch. Whoever draws pays for
 * each rectangle.
 */
final class ChangedAreas {
    private static final int FEW = 8;

    private final int columns;
    private final int rows;
    private final BitSet tiles;
    private final List<Area> few = new ArrayList<>(FEW);
    private boolean many;

    ChangedAreas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.tiles = new BitSet(columns * rows);
    }

    void clear() {
        tiles.clear();
        few.clear();
        many = false;
    }

    void add(int x, int y, int width, int height) {
        for (int row = y / TILE; row <= (y + height - 1) / TILE; row++) {
            tiles.set(row * columns + x / TILE, row * columns + (x + width - 1) / TILE + 1);
        }
        many = many || few.size() == FEW;
        if (!many) {
            few.add(new Area(x, y, width, height));
        }
    }

    /** Forgets them. */
    List<Area> toAreas(int width, int height) {
        if (!many) {
            return List.copyOf(few);
        }
        List<Area> areas = new ArrayList<>();
        for (int tile = tiles.nextSetBit(0); tile >= 0; tile = tiles.nextSetBit(tile)) {
            int row = tile / columns;
            int from = tile - row * columns;
            int to = Math.min(tiles.nextClearBit(tile), (row + 1) * columns) - row * columns;
            int bottom = row;
            do {
                tiles.clear(bottom * columns + from, bottom * columns + to);
                bottom++;
            } while (bottom < rows && tiles.nextClearBit(bottom * columns + from) >= bottom * columns + to);
            int x = from * TILE;
            int y = row * TILE;
            areas.add(new Area(x, y, Math.min(width, to * TILE) - x, Math.min(height, bottom * TILE) - y));
        }
        return areas;
    }
}
