package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.LEFT;
import static org.beistand.client.screen.ScreenFormat.MEDIAN;
import static org.beistand.client.screen.ScreenFormat.PHOTOGRAPHIC;
import static org.beistand.client.screen.ScreenFormat.UP;

/**
 * Guesses each pixel from those left of it and above it, in and around the tile, and says by how much the guess is wrong. Left of
 * the picture and above it everything is black.
 */
final class Prediction {
    /** Of ten pixels, as many are like a neighbour in text at least. */
    private static final int ALIKE_IN_TEXT = 3;

    /** Of ten pixels, as many are like a neighbour in a clean film at most. */
    private static final int MOST_ALIKE_IN_FILMS = 6;

    private static final int BLACK = 0xFF000000;

    private final int[] pixels;
    private final int stride;
    private boolean mixed;

    Prediction(int[] pixels, int stride) {
        this.pixels = pixels;
        this.stride = stride;
    }

    /** The kind of guess that is least wrong, tried on every fourth row; with PHOTOGRAPHIC if few pixels are like a neighbour. */
    int best(int[] now, int x, int y, int width, int height) {
        int tried = 0;
        int right = 0;
        long left = 0;
        long up = 0;
        long median = 0;
        for (int row = y + Math.min(1, height - 1); row < y + height; row += 4) {
            for (int column = x; column < x + width; column++) {
                int pixel = now[row * stride + column];
                int a = column == 0 ? BLACK : now[row * stride + column - 1];
                int b = row == 0 ? BLACK : now[(row - 1) * stride + column];
                int c = column == 0 || row == 0 ? BLACK : now[(row - 1) * stride + column - 1];
                tried++;
                right += pixel == a || pixel == b ? 1 : 0;
                left += distance(pixel, a);
                up += distance(pixel, b);
                median += distance(pixel, medianOf(a, b, c));
            }
        }
        mixed = 10 * right < MOST_ALIKE_IN_FILMS * tried;
        int kind = median <= left && median <= up ? MEDIAN : left <= up ? LEFT : UP;
        return 10 * right < ALIKE_IN_TEXT * tried ? kind | PHOTOGRAPHIC : kind;
    }

    /** Whether what was looked at last may well be part of a film, though not of a photograph with grain. */
    boolean isMixed() {
        return mixed;
    }

    /** Whether what is shown is a better guess, tried on every fourth row. */
    boolean isShownBetter(int[] now, int kind, int x, int y, int width, int height) {
        long shown = 0;
        long other = 0;
        for (int row = y + Math.min(1, height - 1); row < y + height; row += 4) {
            for (int column = x; column < x + width; column++) {
                int pixel = now[row * stride + column];
                int a = column == 0 ? BLACK : now[row * stride + column - 1];
                int b = row == 0 ? BLACK : now[(row - 1) * stride + column];
                int c = column == 0 || row == 0 ? BLACK : now[(row - 1) * stride + column - 1];
                shown += distance(pixel, pixels[row * stride + column]);
                other += distance(pixel, kind == LEFT ? a : kind == UP ? b : medianOf(a, b, c));
            }
        }
        return shown < other;
    }

    /** Fills three planes of width * height bytes: the way from what is shown to what is there now. */
    void differencesToShown(int[] now, int x, int y, int width, int height, byte[] planes) {
        int size = width * height;
        int i = 0;
        for (int row = y; row < y + height; row++) {
            for (int at = row * stride + x; at < row * stride + x + width; at++, i++) {
                int pixel = now[at];
                int guess = pixels[at];
                int green = (pixel >> 8) - (guess >> 8);
                planes[i] = (byte) green;
                planes[size + i] = (byte) ((pixel >> 16) - (guess >> 16) - green);
                planes[2 * size + i] = (byte) (pixel - guess - green);
            }
        }
    }

    /** Corrects what is shown. */
    void correct(int x, int y, int width, int height, byte[] planes) {
        int size = width * height;
        int i = 0;
        for (int row = y; row < y + height; row++) {
            for (int at = row * stride + x; at < row * stride + x + width; at++, i++) {
                int guess = pixels[at];
                int green = planes[i];
                int red = (guess >> 16) + planes[size + i] + green;
                int blue = guess + planes[2 * size + i] + green;
                green += guess >> 8;
                pixels[at] = BLACK | (red & 0xFF) << 16 | (green & 0xFF) << 8 | blue & 0xFF;
            }
        }
    }

    /** Fills three planes of width * height bytes. */
    void differences(int kind, int x, int y, int width, int height, byte[] planes) {
        int size = width * height;
        int i = 0;
        for (int row = y; row < y + height; row++) {
            int a = at(x - 1, row);
            int c = at(x - 1, row - 1);
            for (int column = x; column < x + width; column++, i++) {
                int pixel = pixels[row * stride + column];
                int b = row == 0 ? BLACK : pixels[(row - 1) * stride + column];
                int guess = kind == LEFT ? a : kind == UP ? b : medianOf(a, b, c);
                int green = (pixel >> 8) - (guess >> 8);
                planes[i] = (byte) green;
                planes[size + i] = (byte) ((pixel >> 16) - (guess >> 16) - green);
                planes[2 * size + i] = (byte) (pixel - guess - green);
                a = pixel;
                c = b;
            }
        }
    }

    /** Makes pixels of three planes of width * height bytes. */
    void restore(int kind, int x, int y, int width, int height, byte[] planes) {
        int size = width * height;
        int i = 0;
        for (int row = y; row < y + height; row++) {
            int a = at(x - 1, row);
            int c = at(x - 1, row - 1);
            for (int column = x; column < x + width; column++, i++) {
                int b = row == 0 ? BLACK : pixels[(row - 1) * stride + column];
                int guess = kind == LEFT ? a : kind == UP ? b : medianOf(a, b, c);
                int green = planes[i];
                int red = (guess >> 16) + planes[size + i] + green;
                int blue = guess + planes[2 * size + i] + green;
                green += guess >> 8;
                a = BLACK | (red & 0xFF) << 16 | (green & 0xFF) << 8 | blue & 0xFF;
                pixels[row * stride + column] = a;
                c = b;
            }
        }
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 ? BLACK : pixels[y * stride + x];
    }

    private static int medianOf(int a, int b, int c) {
        if (a == b) {
            return a;
        }
        return BLACK
                | ScreenFormat.median(a >> 16 & 0xFF, b >> 16 & 0xFF, c >> 16 & 0xFF) << 16
                | ScreenFormat.median(a >> 8 & 0xFF, b >> 8 & 0xFF, c >> 8 & 0xFF) << 8
                | ScreenFormat.median(a & 0xFF, b & 0xFF, c & 0xFF);
    }

    private static int distance(int a, int b) {
        return Math.abs((a >> 16 & 0xFF) - (b >> 16 & 0xFF))
                + Math.abs((a >> 8 & 0xFF) - (b >> 8 & 0xFF))
                + Math.abs((a & 0xFF) - (b & 0xFF));
    }
}
