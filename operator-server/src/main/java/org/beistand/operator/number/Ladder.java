package org.beistand.operator.number;

import java.time.Duration;
import java.time.Instant;

/**
 * Where one source stands after its wrong numbers. Immutable.
 *
 * <pre>
 *   wrong numbers   1   2   3      4      5      6       7       8 and more
 *   then a pause    -   -   2 min  4 min  8 min  16 min  32 min  60 min
 * </pre>
 *
 * So that 24 tries take 17 hours and two minutes (002-71). For every eight hours without one, a wrong number is forgotten.
 *
 * @param wrong how many count, at most {@link #TOP}
 * @param since when the last of them was, or the last one was forgotten
 * @param until when its pause is over
 */
record Ladder(int wrong, Instant since, Instant until) {
    /** So many in a row happen to honest people. */
    static final int FREE = 2;
    /** Further up the pauses do not grow, so there is nothing to climb. */
    static final int TOP = 8;

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(60);
    static final Duration FORGETTING = Duration.ofHours(8);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

    static Ladder fresh(Instant now) {
        return new Ladder(0, now, now);
    }

    /** What is left of it at that time. */
    Ladder at(Instant now) {
        if (now.isBefore(since)) {
            // The clock was set back; no pause becomes longer than it was.
            return new Ladder(wrong, now, now.plus(pause(wrong)));
        }
        long forgotten = Duration.between(since, now).dividedBy(FORGETTING);
        return forgotten == 0
                ? this
                : new Ladder(
                        (int) Math.max(0, wrong - forgotten), since.plus(FORGETTING.multipliedBy(forgotten)), until);
    }

    Ladder climbed(Instant now) {
        int more = Math.min(TOP, wrong + 1);
        return new Ladder(more, now, now.plus(pause(more)));
    }

    Ladder down(int steps) {
        return new Ladder(Math.max(0, wrong - steps), since, until);
    }

    boolean isFree() {
        return wrong <= FREE;
    }

    /** How long nothing may be tried, zero if at once. */
    Duration pause(Instant now) {
        return isFree() || !now.isBefore(until) ? Duration.ZERO : Duration.between(now, until);
    }

    private static Duration pause(int wrong) {
        if (wrong <= FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << (wrong - FREE - 1));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
