package org.beistand.client.platform.macos;

import org.beistand.client.platform.macos.Geometry.Spot;

/** On a Mac whoever makes an event says whether a click is the second one of a double click. */
final class ClickCount {
    private static final long QUICK_NANOS = 500_000_000;
    private static final double NEAR = 4;

    private int button = -1;
    private Spot spot = new Spot(0, 0);
    private long at;
    private int count;

    /** @return 1 for the first */
    int press(int pressed, Spot where, long nanos) {
        boolean again = pressed == button
                && nanos - at <= QUICK_NANOS
                && Math.abs(where.x() - spot.x()) <= NEAR
                && Math.abs(where.y() - spot.y()) <= NEAR;
        count = again ? count + 1 : 1;
        button = pressed;
        spot = where;
        at = nanos;
        return count;
    }

    /** Of the press that is let go now. */
    int last() {
        return Math.max(1, count);
    }
}
