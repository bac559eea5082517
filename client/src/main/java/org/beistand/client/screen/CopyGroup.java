package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.MOST_COPIES;

/**
 * Areas of a picture that all moved the same way. Both sides move them by the same code, so that it does not matter here whether
 * the encoder chose well. Reused from picture to picture.
 */
final class CopyGroup {
    int dx;
    int dy;
    private int count;
    /** x, y, width and height of each place where something stands afterwards. */
    private final int[] areas = new int[4 * MOST_COPIES];

    void begin(int byX, int byY) {
        dx = byX;
        dy = byY;
        count = 0;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == MOST_COPIES;
    }

    void add(int x, int y, int width, int height) {
        int at = 4 * count++;
        areas[at] = x;
        areas[at + 1] = y;
        areas[at + 2] = width;
        areas[at + 3] = height;
    }

    /** Whoever moves sideways must start with what is foremost, or it would overwrite what comes next. */
    void sortSideways() {
        if (dy != 0) {
            return;
        }
        for (int i = 1; i < count; i++) {
            for (int j = i; j > 0 && (dx > 0 ? x(j) > x(j - 1) : x(j) < x(j - 1)); j--) {
                for (int k = 0; k < 4; k++) {
                    int swapped = areas[4 * j + k];
                    areas[4 * j + k] = areas[4 * j - 4 + k];
                    areas[4 * j - 4 + k] = swapped;
                }
            }
        }
    }

    int x(int index) {
        return areas[4 * index];
    }

    int y(int index) {
        return areas[4 * index + 1];
    }

    int width(int index) {
        return areas[4 * index + 2];
    }

    int height(int index) {
        return areas[4 * index + 3];
    }

    /** Whether area and source both lie inside a picture of that size. */
    boolean fits(int index, int width, int height) {
        int x = x(index);
        int y = y(index);
        int right = x + width(index);
        int bottom = y + height(index);
        return width(index) >= 1
                && height(index) >= 1
                && right <= width
                && bottom <= height
                && x - dx >= 0
                && y - dy >= 0
                && right - dx <= width
                && bottom - dy <= height;
    }

    /**
     * Moves the pixels. Rows are taken in the direction of the move, so that no source is overwritten before it is read, except
     * by another area of the group in the same row.
     */
    void apply(int[] pixels, int stride, int pictureHeight) {
        int top = pictureHeight;
        int bottom = 0;
        for (int i = 0; i < count; i++) {
            top = Math.min(top, y(i));
            bottom = Math.max(bottom, y(i) + height(i));
        }
        if (dy > 0) {
            for (int row = bottom - 1; row >= top; row--) {
                moveRow(pixels, stride, row);
            }
        } else {
            for (int row = top; row < bottom; row++) {
                moveRow(pixels, stride, row);
            }
        }
    }

    private void moveRow(int[] pixels, int stride, int row) {
        for (int i = 0; i < count; i++) {
            int y = areas[4 * i + 1];
            if (row >= y && row - y < areas[4 * i + 3]) {
                int to = row * stride + areas[4 * i];
                System.arraycopy(pixels, to - dy * stride - dx, pixels, to, areas[4 * i + 2]);
            }
        }
    }
}
