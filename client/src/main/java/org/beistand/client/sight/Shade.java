package org.beistand.client.sight;

import java.util.BitSet;
import org.beistand.protocol.session.control.Sighting;

/**
 * How brightness became another one: {@code after = slope * before + offset}.
 *
 * @param bothFlat whether there was nothing but one brightness, before and after
 */
record Shade(double slope, double offset, boolean bothFlat, boolean oneFlat) {
    /** Of brightness, squared: less than this, and there is nothing to be seen. */
    private static final double FLAT = 30;

    private static final double LEAST_SLOPE = 0.2;
    private static final double MOST_SLOPE = 4;

    /** The line that fits these cells best; they are not empty. */
    static Shade between(Sighting seen, Sighting now, BitSet cells) {
        double count = cells.cardinality();
        double before = 0;
        double after = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            before += Field.brightness(seen, cell) / count;
            after += Field.brightness(now, cell) / count;
        }
        double spreadBefore = 0;
        double spreadAfter = 0;
        double together = 0;
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            double b = Field.brightness(seen, cell) - before;
            double a = Field.brightness(now, cell) - after;
            spreadBefore += b * b / count;
            spreadAfter += a * a / count;
            together += a * b / count;
        }
        boolean flatBefore = spreadBefore < FLAT;
        boolean flatAfter = spreadAfter < FLAT;
        double slope = flatBefore ? 1 : together / spreadBefore;
        return new Shade(slope, after - slope * before, flatBefore && flatAfter, flatBefore != flatAfter);
    }

    /** Otherwise something came, went, or is another thing. */
    boolean isPlausible() {
        return bothFlat || !oneFlat && Math.abs(slope) >= LEAST_SLOPE && Math.abs(slope) <= MOST_SLOPE;
    }

    double of(int before) {
        return slope * before + offset;
    }
}
