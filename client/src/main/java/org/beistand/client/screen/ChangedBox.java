package org.beistand.client.screen;

import java.util.Arrays;

/** The smallest rectangle of a tile in which two pictures differ. Reused from tile to tile. */
final class ChangedBox {
    private final TileMap tiles;
    private final int stride;
    private boolean whole;
    int x;
    int y;
    int width;
    int height;

    ChangedBox(TileMap tiles, int stride) {
        this.tiles = tiles;
        this.stride = stride;
    }

    /** @param tile in which they differ somewhere */
    void find(int[] old, int[] now, int tile) {
        int row = tile / tiles.columns();
        int left = tiles.left(tile - row * tiles.columns());
        int right = Math.min(stride, left + ScreenFormat.TILE);
        int top = tiles.top(row);
        int bottom = tiles.bottom(row);
        while (sameRow(old, now, left, right, top)) {
            top++;
        }
        while (sameRow(old, now, left, right, bottom - 1)) {
            bottom--;
        }
        int from = right;
        int to = left;
        for (int line = top; line < bottom; line++) {
            int at = line * stride;
            int first = Arrays.mismatch(old, at + left, at + from, now, at + left, at + from);
            from = first < 0 ? from : left + first;
            int last = right;
            while (last > to && old[at + last - 1] == now[at + last - 1]) {
                last--;
            }
            to = last;
        }
        x = from;
        y = top;
        width = to - from;
        height = bottom - top;
        whole = width == right - left && height == tiles.bottom(row) - tiles.top(row);
    }

    boolean isWholeTile() {
        return whole;
    }

    void copy(int[] from, int[] to) {
        for (int line = y; line < y + height; line++) {
            System.arraycopy(from, line * stride + x, to, line * stride + x, width);
        }
    }

    private boolean sameRow(int[] old, int[] now, int left, int right, int line) {
        int at = line * stride;
        return Arrays.mismatch(old, at + left, at + right, now, at + left, at + right) < 0;
    }
}
