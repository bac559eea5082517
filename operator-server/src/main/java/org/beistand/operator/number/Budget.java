package org.beistand.operator.number;

import java.time.Duration;
import java.time.Instant;

/**
 * So many at once, and one more whenever an interval has passed. One instant is all it remembers.
 */
final class Budget {
    /**
     * How much.
     *
     * @param atOnce what a rested budget has
     * @param interval in which one comes back
     */
    record Size(int atOnce, Duration interval) {
        private Duration all() {
            return interval.multipliedBy(atOnce);
        }

        /** The most that can be taken in that time. */
        long within(Duration time) {
            return atOnce + time.dividedBy(interval);
        }
    }

    private final Size size;
    /** When all will have come back. */
    private Instant rested;

    Budget(Size size, Instant now) {
        this.size = size;
        this.rested = now;
    }

    /** How long until one can be taken, zero if at once. */
    Duration wait(Instant now) {
        settle(now);
        Duration wait = Duration.between(now, rested.plus(size.interval()).minus(size.all()));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    void take(Instant now) {
        settle(now);
        rested = rested.plus(size.interval());
    }

    void giveBack() {
        rested = rested.minus(size.interval());
    }

    private void settle(Instant now) {
        // Later than ever possible: the clock was set back.
        if (rested.isBefore(now) || rested.isAfter(now.plus(size.all()))) {
            rested = now;
        }
    }
}
