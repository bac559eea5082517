package org.beistand.client.screen;

import static org.beistand.client.screen.Sketch.AS_SHOWN;
import static org.beistand.client.screen.Sketch.BLOCK;
import static org.beistand.client.screen.Sketch.BLOCK_PIXELS;
import static org.beistand.client.screen.Sketch.LARGEST_VALUE;
import static org.beistand.client.screen.Sketch.PLANES;

import java.util.Arrays;
import org.beistand.protocol.wire.MalformedMessage;

/**
 * Draws what a {@link SketchWriter} said. All sketches of a picture are one run of answers from a range coder:
 *
 * <pre>
 * block  = kept | as shown plane{3} | guess(2 questions) plane{3}
 * plane  = nothing | something last(6 questions) value{last..0}
 * value  = zero (never the last) | not zero size sign
 * size   = 1 | 2 | more, whose rest is a length and as many bits
 * </pre>
 *
 * Values are whole steps of the transform, from the last one down to the first. The work for a block is bounded whatever is said.
 */
final class SketchReader {
    private static final int LONGEST = 12;

    private final Sketch sketch;
    private final Cosine cosine = new Cosine();
    private final Chances chances = new Chances();
    private final RangeReader in;

    private final int[][] values = new int[PLANES][BLOCK_PIXELS];
    private final boolean[] keptAbove = new boolean[BLOCK];
    private final boolean[][] somethingAbove = new boolean[PLANES][BLOCK];
    private final boolean[] somethingLeft = new boolean[PLANES];
    private boolean keptLeft;
    private boolean shownBefore;

    SketchReader(Unpress in, int stride) {
        this.in = new RangeReader(in);
        this.sketch = new Sketch(stride);
    }

    /** @param into where all of this picture is drawn */
    void begin(int coarseness, int[] into) {
        if (coarseness > Sketch.MOST_COARSENESS) {
            throw new MalformedMessage("coarser than anybody sketches");
        }
        sketch.begin(coarseness, into);
        in.begin();
        shownBefore = true;
    }

    /** @param width at most that of a tile, inside the picture like everything else */
    void read(int x, int y, int width, int height) {
        Arrays.fill(keptAbove, true);
        for (boolean[] plane : somethingAbove) {
            Arrays.fill(plane, false);
        }
        for (int top = 0; top < height; top += BLOCK) {
            keptLeft = true;
            Arrays.fill(somethingLeft, false);
            for (int left = 0; left < width; left += BLOCK) {
                int w = Math.min(BLOCK, width - left);
                int h = Math.min(BLOCK, height - top);
                readBlock(x + left, y + top, w, h, left / BLOCK);
            }
        }
    }

    private void readBlock(int x, int y, int width, int height, int column) {
        boolean kept = in.bit(chances.kept, (keptLeft ? 1 : 0) + (keptAbove[column] ? 1 : 0));
        keptLeft = kept;
        keptAbove[column] = kept;
        if (kept) {
            for (int plane = 0; plane < PLANES; plane++) {
                somethingLeft[plane] = false;
                somethingAbove[plane][column] = false;
            }
            return;
        }
        int kind = AS_SHOWN;
        boolean asShown = in.bit(chances.asShown, shownBefore ? 1 : 0);
        shownBefore = asShown;
        if (asShown) {
            sketch.guessAsShown(x, y, width, height);
        } else {
            kind = in.bit(chances.guess, 1) ? 2 : 0;
            kind += in.bit(chances.guess, 2 + (kind >> 1)) ? 1 : 0;
            sketch.lookAround(x, y, width, height);
            for (int plane = 0; plane < PLANES; plane++) {
                sketch.guess(kind, plane);
            }
        }
        int fromShown = asShown ? 1 : 0;
        boolean corrected = false;
        for (int plane = 0; plane < PLANES; plane++) {
            int around = (somethingLeft[plane] ? 1 : 0) + (somethingAbove[plane][column] ? 1 : 0);
            boolean something = in.bit(chances.something, (plane * 2 + fromShown) * 3 + around);
            somethingLeft[plane] = something;
            somethingAbove[plane][column] = something;
            Arrays.fill(values[plane], 0);
            if (something) {
                readValues(values[plane], sketch.step[plane], plane == 0 ? 0 : 1, fromShown);
                corrected = true;
            }
        }
        sketch.draw(values, corrected, x, y, width, height);
    }

    private void readValues(int[] block, int[] step, int plane, int fromShown) {
        int tree = (plane * 2 + fromShown) * 64;
        int node = 1;
        for (int i = 0; i < 6; i++) {
            node = 2 * node + (in.bit(chances.last, tree + node) ? 1 : 0);
        }
        int last = node - 64;
        int before = 0;
        int larges = 0;
        int rows = 0;
        for (int i = last; i >= 0; i--) {
            boolean notZero = i == last || in.bit(chances.notZero, (plane * 64 + i) * 3 + (before & 1) + (before >> 1));
            before = before << 1 & 2 | (notZero ? 1 : 0);
            if (notZero) {
                int size = 1;
                if (in.bit(chances.large, plane * 4 + Math.min(3, larges))) {
                    size = in.bit(chances.larger, plane * 4 + Math.min(3, larges)) ? 2 + readRest(plane) : 2;
                    larges++;
                }
                int at = Sketch.ORDER[i];
                int value = in.evenBits(1) != 0 ? -size : size;
                block[at] = Math.clamp(value * step[at], Short.MIN_VALUE, Short.MAX_VALUE);
                rows = Math.max(rows, at / BLOCK + 1);
            }
        }
        if (last == 0) {
            Cosine.backFlat(block);
        } else {
            cosine.back(block, rows);
        }
    }

    private int readRest(int plane) {
        int length = 0;
        while (in.bit(chances.length, plane * 16 + length)) {
            length++;
            if (length > LONGEST) {
                throw new MalformedMessage("a value without an end");
            }
        }
        int rest = 1 << length | in.evenBits(length);
        if (rest > LARGEST_VALUE - 2) {
            throw new MalformedMessage("a value too large");
        }
        return rest;
    }
}
