package org.beistand.client.screen;

import static org.beistand.client.screen.Sketch.AS_SHOWN;
import static org.beistand.client.screen.Sketch.BLOCK;
import static org.beistand.client.screen.Sketch.BLOCK_PIXELS;
import static org.beistand.client.screen.Sketch.GUESSES;
import static org.beistand.client.screen.Sketch.LARGEST_VALUE;
import static org.beistand.client.screen.Sketch.PLANES;

import java.util.Arrays;

/**
 * Says roughly what an area looks like, and draws into the viewer's picture what he will see then. How a picture is said, see
 * {@link SketchReader}.
 */
final class SketchWriter {
    /** A block so like what is shown is not compared with any other guess. */
    private static final int VERY_LIKE = BLOCK_PIXELS;

    private final int[] shown;
    private final int stride;
    private final Sketch sketch;
    private final Cosine cosine = new Cosine();
    private final Chances chances = new Chances();
    private final RangeWriter out = new RangeWriter();

    private final int[][] wanted = new int[PLANES][BLOCK_PIXELS];
    private final int[][] values = new int[PLANES][BLOCK_PIXELS];
    private final int[] lasts = new int[PLANES];
    private final boolean[] keptAbove = new boolean[BLOCK];
    private final boolean[][] somethingAbove = new boolean[PLANES][BLOCK];
    private final boolean[] somethingLeft = new boolean[PLANES];
    private boolean keptLeft;
    private boolean shownBefore;

    /** @param shown the viewer's picture */
    SketchWriter(int[] shown, int stride) {
        this.shown = shown;
        this.stride = stride;
        this.sketch = new Sketch(stride);
    }

    /** Begins a picture. */
    void begin(int coarseness) {
        sketch.begin(coarseness, shown);
        out.begin();
        shownBefore = true;
    }

    int atMost() {
        return out.atMost();
    }

    /** Ends the picture. */
    void end(Press into) {
        int length = out.end();
        into.bytes(out.bytes(), length);
    }

    /** @param known what the viewer was told before; blocks in which nothing has changed since stay as they are shown */
    void write(int[] now, int[] known, int x, int y, int width, int height) {
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
                writeBlock(now, known, x + left, y + top, w, h, left / BLOCK);
            }
        }
    }

    private void writeBlock(int[] now, int[] known, int x, int y, int width, int height, int column) {
        boolean kept = isUnchanged(now, known, x, y, width, height);
        int kind = AS_SHOWN;
        boolean corrected = false;
        if (!kept) {
            Sketch.takeApart(now, stride, x, y, width, height, wanted);
            kind = bestGuess(x, y, width, height);
            for (int plane = 0; plane < PLANES; plane++) {
                lasts[plane] = correct(plane, kind);
                corrected |= lasts[plane] >= 0;
            }
            kept = kind == AS_SHOWN && !corrected;
        }
        int neighbours = (keptLeft ? 1 : 0) + (keptAbove[column] ? 1 : 0);
        out.bit(chances.kept, neighbours, kept);
        keptLeft = kept;
        keptAbove[column] = kept;
        if (kept) {
            for (int plane = 0; plane < PLANES; plane++) {
                somethingLeft[plane] = false;
                somethingAbove[plane][column] = false;
            }
            return;
        }
        out.bit(chances.asShown, shownBefore ? 1 : 0, kind == AS_SHOWN);
        shownBefore = kind == AS_SHOWN;
        if (kind != AS_SHOWN) {
            out.bit(chances.guess, 1, (kind & 2) != 0);
            out.bit(chances.guess, 2 + (kind >> 1), (kind & 1) != 0);
        }
        int fromShown = kind == AS_SHOWN ? 1 : 0;
        for (int plane = 0; plane < PLANES; plane++) {
            boolean something = lasts[plane] >= 0;
            int around = (somethingLeft[plane] ? 1 : 0) + (somethingAbove[plane][column] ? 1 : 0);
            out.bit(chances.something, (plane * 2 + fromShown) * 3 + around, something);
            somethingLeft[plane] = something;
            somethingAbove[plane][column] = something;
            if (something) {
                writeValues(values[plane], lasts[plane], plane == 0 ? 0 : 1, fromShown);
                drawable(values[plane], sketch.step[plane], lasts[plane]);
            }
        }
        sketch.draw(values, corrected, x, y, width, height);
    }

    private boolean isUnchanged(int[] now, int[] known, int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            int at = row * stride + x;
            if (Arrays.mismatch(now, at, at + width, known, at, at + width) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Leaves the guess in the sketch. */
    private int bestGuess(int x, int y, int width, int height) {
        sketch.guessAsShown(x, y, width, height);
        int least = distance(sketch.guess[0], wanted[0]);
        if (least <= VERY_LIKE) {
            return AS_SHOWN;
        }
        int best = AS_SHOWN;
        sketch.lookAround(x, y, width, height);
        for (int kind = 0; kind < GUESSES; kind++) {
            sketch.guess(kind, 0);
            int distance = distance(sketch.guess[0], wanted[0]) + BLOCK_PIXELS / 2;
            if (distance < least) {
                least = distance;
                best = kind;
            }
        }
        if (best == AS_SHOWN) {
            sketch.guessAsShown(x, y, width, height);
        } else {
            for (int plane = 0; plane < PLANES; plane++) {
                sketch.guess(best, plane);
            }
        }
        return best;
    }

    private static int distance(int[] one, int[] other) {
        int sum = 0;
        for (int i = 0; i < BLOCK_PIXELS; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum;
    }

    /** Fills the values of a plane; @return the place of the last one that is not zero, in ORDER, or -1 */
    private int correct(int plane, int kind) {
        int[] block = values[plane];
        int[] guess = sketch.guess[plane];
        int[] target = wanted[plane];
        int[] step = sketch.step[plane];
        int sum = 0;
        for (int i = 0; i < BLOCK_PIXELS; i++) {
            int rest = target[i] - guess[i];
            block[i] = rest;
            sum += Math.abs(rest);
        }
        int last = -1;
        if (4 * sum >= 3 * step[0]) {
            cosine.forward(block);
            int nearly = kind == AS_SHOWN ? 6 : 3;
            for (int i = 0; i < BLOCK_PIXELS; i++) {
                int at = Sketch.ORDER[i];
                int value = block[at];
                int size = Math.abs(value) + step[at] / nearly;
                if (size < step[at]) {
                    block[at] = 0;
                } else {
                    int level = Math.min(LARGEST_VALUE, size / step[at]);
                    block[at] = value < 0 ? -level : level;
                    last = i;
                }
            }
        }
        if (last < 0) {
            Arrays.fill(block, 0);
        }
        return last;
    }

    private void writeValues(int[] block, int last, int plane, int fromShown) {
        int tree = (plane * 2 + fromShown) * 64;
        int node = 1;
        for (int i = 5; i >= 0; i--) {
            boolean yes = (last >> i & 1) != 0;
            out.bit(chances.last, tree + node, yes);
            node = 2 * node + (yes ? 1 : 0);
        }
        int before = 0;
        int larges = 0;
        for (int i = last; i >= 0; i--) {
            int value = block[Sketch.ORDER[i]];
            if (i < last) {
                out.bit(chances.notZero, (plane * 64 + i) * 3 + (before & 1) + (before >> 1), value != 0);
            }
            before = before << 1 & 2 | (value != 0 ? 1 : 0);
            if (value != 0) {
                int size = Math.abs(value);
                out.bit(chances.large, plane * 4 + Math.min(3, larges), size > 1);
                if (size > 1) {
                    out.bit(chances.larger, plane * 4 + Math.min(3, larges), size > 2);
                    larges++;
                    if (size > 2) {
                        writeRest(size - 2, plane);
                    }
                }
                out.evenBits(value < 0 ? 1 : 0, 1);
            }
        }
    }

    /** @param rest at least one */
    private void writeRest(int rest, int plane) {
        int length = 31 - Integer.numberOfLeadingZeros(rest);
        for (int i = 0; i < length; i++) {
            out.bit(chances.length, plane * 16 + i, true);
        }
        out.bit(chances.length, plane * 16 + length, false);
        out.evenBits(rest & (1 << length) - 1, length);
    }

    private void drawable(int[] block, int[] step, int last) {
        if (last == 0) {
            block[0] = Math.clamp(block[0] * step[0], Short.MIN_VALUE, Short.MAX_VALUE);
            Cosine.backFlat(block);
            return;
        }
        int rows = 0;
        for (int i = 0; i <= last; i++) {
            int at = Sketch.ORDER[i];
            if (block[at] != 0) {
                block[at] = Math.clamp(block[at] * step[at], Short.MIN_VALUE, Short.MAX_VALUE);
                rows = Math.max(rows, at / BLOCK + 1);
            }
        }
        cosine.back(block, rows);
    }
}
