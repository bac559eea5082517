package org.beistand.client.sight;

import static org.beistand.client.sight.Field.CELLS;
import static org.beistand.client.sight.Field.COLUMNS;
import static org.beistand.client.sight.Field.ROWS;

import java.util.BitSet;
import org.beistand.protocol.session.control.Sighting;

/**
 * Two sightings of one place, cell by cell. A cell has changed if it differs by more than a lossy picture explains, which is
 * more where light and dark lie close together.
 */
final class Comparison {
    private static final int TOLERANCE = 7;
    private static final int CONTRAST_SHARE = 16;
    private static final int COLOUR_TOLERANCE = 1;

    /** Around the pointer, where already little counts: a tick in a box, another letter. */
    private static final int CENTRE = 4;

    private static final int CENTRE_LEFT = (COLUMNS - CENTRE) / 2;
    private static final int CENTRE_TOP = (ROWS - CENTRE) / 2;
    private static final int CHANGED_IN_CENTRE = 2;
    private static final int CHANGED_IN_ALL = 3;
    private static final int CHANGED_IN_ONE_LINE = 12;
    private static final int ONE_LINE = 4;
    private static final int MOST_LETTERS = 24;

    /** A text cursor is a bar of at most three pixels of black on white, and not higher than a large letter. */
    private static final int THICKEST_BAR = 3 * 255 / Field.CELL;

    private static final int HIGHEST_BAR = 6;

    private final Sighting seen;
    private final Sighting now;
    private final BitSet changed = new BitSet(CELLS);

    Comparison(Sighting seen, Sighting now) {
        this.seen = seen;
        this.now = now;
        for (int cell = 0; cell < CELLS; cell++) {
            changed.set(cell, Math.abs(difference(cell)) > tolerance(cell) || otherColour(cell));
        }
    }

    /** These cells say nothing. */
    void excuse(BitSet cells) {
        changed.andNot(cells);
    }

    BitSet changed() {
        return changed;
    }

    /**
     * Whether a person would say that it looks the same. Beside the place a word may have come, as when somebody types; what
     * changed in more than one line is another thing, such as a list that moved.
     */
    boolean isSame() {
        int centre = 0;
        for (int row = CENTRE_TOP; row < CENTRE_TOP + CENTRE; row++) {
            int from = row * COLUMNS + CENTRE_LEFT;
            centre += changed.get(from, from + CENTRE).cardinality();
        }
        int most = rows() <= ONE_LINE ? CHANGED_IN_ONE_LINE : CHANGED_IN_ALL;
        return centre < CHANGED_IN_CENTRE && changed.cardinality() < most;
    }

    /** Whether no more changed than a few letters of one line. */
    boolean isInOneLine() {
        return rows() <= ONE_LINE && changed.cardinality() <= MOST_LETTERS;
    }

    /** From the first to the last that changed in it. */
    private int rows() {
        return changed.isEmpty() ? 0 : (changed.length() - 1) / COLUMNS - changed.nextSetBit(0) / COLUMNS + 1;
    }

    /**
     * Whether a thin upright bar is all that came or went: a blinking text cursor. It covers one or two columns of cells, makes
     * all of them lighter or all of them darker, and is as strong in each row as in the others but for its two ends.
     */
    boolean isTextCursor() {
        int left = COLUMNS;
        int right = -1;
        for (int cell = changed.nextSetBit(0); cell >= 0; cell = changed.nextSetBit(cell + 1)) {
            left = Math.min(left, cell % COLUMNS);
            right = Math.max(right, cell % COLUMNS);
        }
        int top = changed.nextSetBit(0) / COLUMNS;
        int height = rows();
        if (changed.isEmpty() || right - left > 1 || height < 2 || height > HIGHEST_BAR) {
            return false;
        }
        int[] strength = new int[height];
        int strongest = 0;
        int signs = 0;
        for (int i = 0; i < height; i++) {
            for (int column = left; column <= right; column++) {
                strength[i] += difference((top + i) * COLUMNS + column);
            }
            strongest = Math.max(strongest, Math.abs(strength[i]));
            signs += Integer.signum(strength[i]);
        }
        boolean even = height > 2 || Math.abs(strength[0] + strength[1]) * 5 >= strongest * 8;
        for (int i = 1; i < height - 1; i++) {
            even &= Math.abs(strength[i]) * 4 >= strongest;
        }
        return even && Math.abs(signs) == height && strongest <= THICKEST_BAR;
    }

    /**
     * Whether all that changed became lighter, darker or of another contrast in one and the same way, so that what stands there
     * is still the same: a button under the pointer, a chosen row. Cells at its edge may have gone only part of the way.
     */
    boolean isOtherShade() {
        BitSet inner = inner();
        Shade shade = Shade.between(seen, now, inner.isEmpty() ? changed : inner);
        if (!shade.isPlausible()) {
            return false;
        }
        int explained = 0;
        for (int cell = changed.nextSetBit(0); cell >= 0; cell = changed.nextSetBit(cell + 1)) {
            int before = Field.brightness(seen, cell);
            int after = Field.brightness(now, cell);
            double whole = shade.of(before);
            double least = inner.get(cell) ? whole : Math.min(before, whole);
            double most = inner.get(cell) ? whole : Math.max(before, whole);
            if (after >= least - tolerance(cell) && after <= most + tolerance(cell)) {
                explained++;
            }
        }
        return explained * 100 >= changed.cardinality() * 85;
    }

    /** Cells whose neighbours have all changed too, or lie outside of the field. */
    private BitSet inner() {
        BitSet inner = new BitSet(CELLS);
        for (int cell = changed.nextSetBit(0); cell >= 0; cell = changed.nextSetBit(cell + 1)) {
            int x = cell % COLUMNS;
            int y = cell / COLUMNS;
            inner.set(
                    cell,
                    (x == 0 || changed.get(cell - 1))
                            && (x == COLUMNS - 1 || changed.get(cell + 1))
                            && (y == 0 || changed.get(cell - COLUMNS))
                            && (y == ROWS - 1 || changed.get(cell + COLUMNS)));
        }
        return inner;
    }

    private int difference(int cell) {
        return Field.brightness(now, cell) - Field.brightness(seen, cell);
    }

    private boolean otherColour(int cell) {
        int one = Field.colour(seen, cell);
        int other = Field.colour(now, cell);
        return Math.abs((one >>> 4) - (other >>> 4)) > COLOUR_TOLERANCE
                || Math.abs((one & 0xF) - (other & 0xF)) > COLOUR_TOLERANCE;
    }

    private int tolerance(int cell) {
        int least = 255;
        int most = 0;
        int x = cell % COLUMNS;
        int y = cell / COLUMNS;
        for (int row = Math.max(0, y - 1); row <= Math.min(ROWS - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(COLUMNS - 1, x + 1); column++) {
                int bright = Field.brightness(now, row * COLUMNS + column);
                least = Math.min(least, bright);
                most = Math.max(most, bright);
            }
        }
        return TOLERANCE + (most - least) / CONTRAST_SHARE;
    }
}
