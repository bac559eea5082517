package org.beistand.client.screen;

import java.util.Arrays;

/**
 * What both sides do in the same way when an area is sketched: block by block of 8 x 8 pixels they guess it, either from what
 * stood there or from its neighbours left and above, and correct the guess by a few values of its {@link Cosine} transform. Colours
 * are taken apart into brightness and two differences, in whole numbers. Blocks at the right and at the bottom of an area may be
 * cut off; what would lie outside is worked out and not drawn.
 */
final class Sketch {
    static final int BLOCK = 8;
    static final int BLOCK_PIXELS = BLOCK * BLOCK;
    static final int PLANES = 3;

    /** What stood there. */
    static final int AS_SHOWN = -1;

    static final int MEAN = 0;
    static final int SLOPE = 1;
    static final int FROM_LEFT = 2;
    static final int FROM_ABOVE = 3;
    static final int GUESSES = 4;

    /** From fine to coarse; eight more are twice as coarse. */
    static final int MOST_COARSENESS = 47;

    static final int LARGEST_VALUE = 8_191;

    /** From low to high, slantwise. */
    static final int[] ORDER = slantwise();

    private static final int[] EIGHTHS = {256, 279, 304, 332, 362, 395, 431, 470};
    /** How much coarser differences of colour may be, in 1 / 16: the eye and the sum of errors agree. */
    private static final int[] PLANE = {16, 36, 30};

    private static final int GREY = 0xFF808080;

    final int[][] guess = new int[PLANES][BLOCK_PIXELS];
    final int[][] step = new int[PLANES][BLOCK_PIXELS];
    private final int stride;
    private int[] pixels = {};
    private final int[] above = new int[PLANES * BLOCK];
    private final int[] left = new int[PLANES * BLOCK];
    private final int[] corner = new int[PLANES];
    private int coarseness = -1;

    Sketch(int stride) {
        this.stride = stride;
    }

    /** @param picture of the viewer, in which everything is drawn from now on */
    void begin(int wanted, int[] picture) {
        pixels = picture;
        if (wanted == coarseness) {
            return;
        }
        coarseness = wanted;
        int base = EIGHTHS[wanted % 8] << wanted / 8;
        for (int plane = 0; plane < PLANES; plane++) {
            for (int i = 0; i < BLOCK_PIXELS; i++) {
                // Sixteenths, sixteenths and 256ths, less 16: the finest step is two, in eighths like the transform.
                step[plane][i] = Math.max(8, (16 + i / 8 + i % 8) * PLANE[plane] * base >> 12);
            }
        }
    }

    static int brightness(int pixel) {
        int blue = pixel & 0xFF;
        int t = blue + ((pixel >> 16 & 0xFF) - blue >> 1);
        return t + ((pixel >> 8 & 0xFF) - t >> 1);
    }

    /** Red less blue. */
    static int warmth(int pixel) {
        return (pixel >> 16 & 0xFF) - (pixel & 0xFF);
    }

    /** Green less the mean of the others. */
    static int greenness(int pixel) {
        int blue = pixel & 0xFF;
        return (pixel >> 8 & 0xFF) - (blue + ((pixel >> 16 & 0xFF) - blue >> 1));
    }

    private static int pixel(int brightness, int warmth, int greenness) {
        int t = brightness - (greenness >> 1);
        int green = greenness + t;
        int blue = t - (warmth >> 1);
        int red = blue + warmth;
        if (((red | green | blue) & ~0xFF) != 0) {
            red = Math.clamp(red, 0, 0xFF);
            green = Math.clamp(green, 0, 0xFF);
            blue = Math.clamp(blue, 0, 0xFF);
        }
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    /** Takes a block apart; the pixels at its cut edges are repeated. */
    static void takeApart(int[] from, int stride, int x, int y, int width, int height, int[][] planes) {
        int[] first = planes[0];
        int[] second = planes[1];
        int[] third = planes[2];
        for (int row = 0; row < BLOCK; row++) {
            int at = (y + Math.min(row, height - 1)) * stride + x;
            for (int column = 0; column < BLOCK; column++) {
                int pixel = from[at + Math.min(column, width - 1)];
                int i = 8 * row + column;
                int blue = pixel & 0xFF;
                int warmth = (pixel >> 16 & 0xFF) - blue;
                int t = blue + (warmth >> 1);
                int greenness = (pixel >> 8 & 0xFF) - t;
                first[i] = t + (greenness >> 1);
                second[i] = warmth;
                third[i] = greenness;
            }
        }
    }

    void guessAsShown(int x, int y, int width, int height) {
        takeApart(pixels, stride, x, y, width, height, guess);
    }

    /** Reads what stands left of the block and above it, before one of the guesses. */
    void lookAround(int x, int y, int width, int height) {
        for (int i = 0; i < BLOCK; i++) {
            int fromAbove = y > 0
                    ? pixels[(y - 1) * stride + x + Math.min(i, width - 1)]
                    : x > 0 ? pixels[y * stride + x - 1] : GREY;
            above[i] = brightness(fromAbove);
            above[BLOCK + i] = warmth(fromAbove);
            above[2 * BLOCK + i] = greenness(fromAbove);
            int fromLeft = x > 0
                    ? pixels[(y + Math.min(i, height - 1)) * stride + x - 1]
                    : y > 0 ? pixels[(y - 1) * stride + x] : GREY;
            left[i] = brightness(fromLeft);
            left[BLOCK + i] = warmth(fromLeft);
            left[2 * BLOCK + i] = greenness(fromLeft);
        }
        int fromCorner = x > 0 && y > 0
                ? pixels[(y - 1) * stride + x - 1]
                : x > 0 ? pixels[y * stride + x - 1] : y > 0 ? pixels[(y - 1) * stride + x] : GREY;
        corner[0] = brightness(fromCorner);
        corner[1] = warmth(fromCorner);
        corner[2] = greenness(fromCorner);
    }

    /** After {@link #lookAround}. */
    void guess(int kind, int plane) {
        int[] into = guess[plane];
        int from = plane * BLOCK;
        if (kind == MEAN) {
            int sum = BLOCK;
            for (int i = 0; i < BLOCK; i++) {
                sum += above[from + i] + left[from + i];
            }
            Arrays.fill(into, sum >> 4);
            return;
        }
        for (int row = 0; row < BLOCK; row++) {
            int side = left[from + row];
            int less = side - corner[plane];
            for (int column = 0; column < BLOCK; column++) {
                int top = above[from + column];
                into[8 * row + column] = kind == FROM_LEFT ? side : kind == FROM_ABOVE ? top : top + less;
            }
        }
    }

    /** Draws guess and correction. */
    void draw(int[][] correction, boolean corrected, int x, int y, int width, int height) {
        for (int row = 0; row < height; row++) {
            int at = (y + row) * stride + x;
            for (int column = 0; column < width; column++) {
                int i = 8 * row + column;
                pixels[at + column] = corrected
                        ? pixel(
                                guess[0][i] + correction[0][i],
                                guess[1][i] + correction[1][i],
                                guess[2][i] + correction[2][i])
                        : pixel(guess[0][i], guess[1][i], guess[2][i]);
            }
        }
    }

    private static int[] slantwise() {
        int[] order = new int[BLOCK_PIXELS];
        int at = 0;
        for (int sum = 0; sum <= 2 * (BLOCK - 1); sum++) {
            for (int i = Math.max(0, sum - BLOCK + 1); i <= Math.min(sum, BLOCK - 1); i++) {
                int row = sum % 2 == 0 ? sum - i : i;
                order[at++] = 8 * row + sum - row;
            }
        }
        return order;
    }
}
