package org.beistand.client.screen;

import java.util.Arrays;

/**
 * The cosine transform of 8 x 8 values in whole numbers, so that both sides get the same pixels on every machine. What comes out
 * is eight times as large as with an orthonormal transform.
 */
final class Cosine {
    private static final int FORWARD_FIRST = 3;
    private static final int FORWARD_SECOND = 9;
    private static final int BACK_FIRST = 7;
    private static final int BACK_SECOND = 11;

    private final int[] half = new int[64];

    /** Row by row, in place. */
    void forward(int[] block) {
        for (int i = 0; i < 8; i++) {
            forward(block, i, half, 8 * i, FORWARD_FIRST);
        }
        for (int i = 0; i < 8; i++) {
            forward(half, i, block, 8 * i, FORWARD_SECOND);
        }
    }

    /** Takes a column and leaves a row: twice, and the block lies as before. */
    private static void forward(int[] from, int column, int[] to, int at, int shift) {
        int round = 1 << (shift - 1);
        int e0 = from[column] + from[column + 56];
        int o0 = from[column] - from[column + 56];
        int e1 = from[column + 8] + from[column + 48];
        int o1 = from[column + 8] - from[column + 48];
        int e2 = from[column + 16] + from[column + 40];
        int o2 = from[column + 16] - from[column + 40];
        int e3 = from[column + 24] + from[column + 32];
        int o3 = from[column + 24] - from[column + 32];
        int s = e0 + e3;
        int t = e1 + e2;
        int u = e0 - e3;
        int v = e1 - e2;
        to[at] = 64 * (s + t) + round >> shift;
        to[at + 1] = 89 * o0 + 75 * o1 + 50 * o2 + 18 * o3 + round >> shift;
        to[at + 2] = 83 * u + 36 * v + round >> shift;
        to[at + 3] = 75 * o0 - 18 * o1 - 89 * o2 - 50 * o3 + round >> shift;
        to[at + 4] = 64 * (s - t) + round >> shift;
        to[at + 5] = 50 * o0 - 89 * o1 + 18 * o2 + 75 * o3 + round >> shift;
        to[at + 6] = 36 * u - 83 * v + round >> shift;
        to[at + 7] = 18 * o0 - 50 * o1 + 75 * o2 - 89 * o3 + round >> shift;
    }

    /**
     * In place. Whatever stands in the block, if it fits into 16 bits, nothing overflows.
     *
     * @param rows how many rows of the block are not all zero
     */
    void back(int[] block, int rows) {
        for (int i = 0; i < rows; i++) {
            back(block, 8 * i, half, i, BACK_FIRST);
        }
        for (int i = rows; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                half[8 * j + i] = 0;
            }
        }
        for (int i = 0; i < 8; i++) {
            back(half, 8 * i, block, i, BACK_SECOND);
        }
    }

    /** The same where nothing but the first value is not zero. */
    static void backFlat(int[] block) {
        int first = 64 * block[0] + (1 << BACK_FIRST - 1) >> BACK_FIRST;
        Arrays.fill(block, 64 * first + (1 << BACK_SECOND - 1) >> BACK_SECOND);
    }

    /** Takes a row and leaves a column. */
    private static void back(int[] from, int at, int[] to, int column, int shift) {
        int round = 1 << (shift - 1);
        int c0 = from[at];
        int c1 = from[at + 1];
        int c2 = from[at + 2];
        int c3 = from[at + 3];
        int c4 = from[at + 4];
        int c5 = from[at + 5];
        int c6 = from[at + 6];
        int c7 = from[at + 7];
        int o0 = 89 * c1 + 75 * c3 + 50 * c5 + 18 * c7;
        int o1 = 75 * c1 - 18 * c3 - 89 * c5 - 50 * c7;
        int o2 = 50 * c1 - 89 * c3 + 18 * c5 + 75 * c7;
        int o3 = 18 * c1 - 50 * c3 + 75 * c5 - 89 * c7;
        int s = 64 * (c0 + c4) + round;
        int t = 64 * (c0 - c4) + round;
        int u = 83 * c2 + 36 * c6;
        int v = 36 * c2 - 83 * c6;
        to[column] = s + u + o0 >> shift;
        to[column + 8] = t + v + o1 >> shift;
        to[column + 16] = t - v + o2 >> shift;
        to[column + 24] = s - u + o3 >> shift;
        to[column + 32] = s - u - o3 >> shift;
        to[column + 40] = t - v - o2 >> shift;
        to[column + 48] = t + v - o1 >> shift;
        to[column + 56] = s + u - o0 >> shift;
    }
}
