package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.TILE;

import java.util.Arrays;

/**
 * Finds areas of the new picture that stand elsewhere in the old one, for one way of moving at a time. It looks at blocks of
 * 16 x 16 pixels, joins those that match to rectangles and lets these grow pixel by pixel.
 */
final class CopySearch {
    private static final int BLOCK = 16;
    private static final int BLOCKS_IN_TILE = TILE / BLOCK;
    private static final int MOST_GROWTH = BLOCK - 1;

    private static final byte UNKNOWN = 0;
    private static final byte OTHER = 1;
    private static final byte MATCHES = 2;
    /** It matches, and without the copy it would be wrong. */
    private static final byte HELPS = 3;

    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final TileMap tiles;
    private final byte[] blocks;

    private int[] old = {};
    private int[] now = {};
    private int dx;
    private int dy;

    CopySearch(int width, int height, TileMap tiles) {
        this.width = width;
        this.height = height;
        this.tiles = tiles;
        this.columns = width / BLOCK;
        this.rows = height / BLOCK;
        this.blocks = new byte[columns * rows];
    }

    /** Fills the group; it stays empty if nothing moved that way. */
    void find(int[] oldPixels, int[] newPixels, CopyGroup into) {
        old = oldPixels;
        now = newPixels;
        dx = into.dx;
        dy = into.dy;
        Arrays.fill(blocks, UNKNOWN);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns && !into.isFull(); column++) {
                if (state(column, row) == HELPS) {
                    addFrom(column, row, into);
                }
            }
        }
        into.sortSideways();
    }

    private byte state(int column, int row) {
        int at = row * columns + column;
        if (blocks[at] == UNKNOWN) {
            blocks[at] = look(column, row);
        }
        return blocks[at];
    }

    private byte look(int column, int row) {
        if (!tiles.isChanged(tiles.index(column / BLOCKS_IN_TILE, row / BLOCKS_IN_TILE))) {
            return OTHER;
        }
        int x = column * BLOCK;
        int y = row * BLOCK;
        if (x - dx < 0 || y - dy < 0 || x - dx + BLOCK > width || y - dy + BLOCK > height) {
            return OTHER;
        }
        int at = y * width + x;
        if (!sameBlock(at, at - dy * width - dx)) {
            return OTHER;
        }
        return sameBlock(at, at) ? MATCHES : HELPS;
    }

    private boolean sameBlock(int newAt, int oldAt) {
        for (int i = 0; i < BLOCK; i++) {
            int a = newAt + i * width;
            int b = oldAt + i * width;
            if (now[a] != old[b] || Arrays.mismatch(now, a, a + BLOCK, old, b, b + BLOCK) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Goes right block by block, then down by whole rows, which is quick, then to all sides pixel by pixel. */
    private void addFrom(int column, int row, CopyGroup into) {
        int toColumn = column + 1;
        while (toColumn < columns && state(toColumn, row) >= MATCHES) {
            toColumn++;
        }
        int back = dy * width + dx;
        int left = column * BLOCK;
        int right = toColumn * BLOCK;
        int top = row * BLOCK;
        int farthest = Math.max(0, dy);
        while (top > farthest && row * BLOCK - top < MOST_GROWTH && sameRow(top - 1, left, right, back)) {
            top--;
        }
        int bottom = (row + 1) * BLOCK;
        int helpful = bottom;
        farthest = Math.min(height, height + dy);
        while (bottom < farthest && bottom - helpful < MOST_GROWTH && sameRow(bottom, left, right, back)) {
            if (!sameRow(bottom, left, right, 0)) {
                helpful = bottom + 1;
            }
            bottom++;
        }
        bottom = helpful;
        for (int i = row; i < bottom / BLOCK; i++) {
            Arrays.fill(blocks, i * columns + column, i * columns + toColumn, OTHER);
        }
        int more = Math.min(left - Math.max(0, dx), MOST_GROWTH);
        left -= alike(left - 1, -1, more, top, bottom, back);
        more = Math.min(Math.min(width, width + dx) - right, MOST_GROWTH);
        right += alike(right, 1, more, top, bottom, back);
        into.add(left, top, right - left, bottom - top);
    }

    /**
     * How many columns from there on are the same, row by row as they lie in memory.
     *
     * @param step to the next column
     */
    private int alike(int from, int step, int most, int top, int bottom, int back) {
        int alike = most;
        for (int y = top; y < bottom && alike > 0; y++) {
            int at = y * width + from;
            int here = 0;
            while (here < alike && now[at] == old[at - back]) {
                here++;
                at += step;
            }
            alike = here;
        }
        return alike;
    }

    private boolean sameRow(int y, int left, int right, int back) {
        int a = y * width + left;
        int b = a - back;
        return Arrays.mismatch(now, a, a + right - left, old, b, b + right - left) < 0;
    }
}
