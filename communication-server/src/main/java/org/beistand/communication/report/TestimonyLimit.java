package org.beistand.communication.report;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.beistand.protocol.value.ParticipantId;

/**
 * How much the witnesses of one session may say: in all as much as a report can carry, and each no more than half of that and no
 * faster than a person's session ever needs, so that nobody can talk the others out of the report.
 */
final class TestimonyLimit {
    static final int MOST_ENTRIES = 4000;
    /** Leaves room for the participants in the two million bytes of a report. */
    static final int MOST_BYTES = 1_900_000;

    static final int MOST_AT_ONCE = 200;
    static final Duration ONE_MORE_EVERY = Duration.ofMillis(50);

    private final Map<ParticipantId, Share> shares = new HashMap<>();
    private int entries;
    private int bytes;

    boolean allows(ParticipantId witness, int size, Instant now) {
        Share share = shares.computeIfAbsent(witness, one -> new Share(now));
        share.refill(now);
        if (share.credit < 1
                || share.entries >= MOST_ENTRIES / 2
                || share.bytes + size > MOST_BYTES / 2
                || entries >= MOST_ENTRIES
                || bytes + size > MOST_BYTES) {
            return false;
        }
        share.credit--;
        share.entries++;
        share.bytes += size;
        entries++;
        bytes += size;
        return true;
    }

    /** One witness's. */
    private static final class Share {
        private Instant refilled;
        private long credit = MOST_AT_ONCE;
        private int entries;
        private int bytes;

        Share(Instant now) {
            refilled = now;
        }

        void refill(Instant now) {
            if (now.isBefore(refilled)) {
                refilled = now; // the clock was set back
            }
            long earned = Duration.between(refilled, now).dividedBy(ONE_MORE_EVERY);
            if (earned > 0) {
                credit = Math.min(MOST_AT_ONCE, credit + earned);
                refilled = now;
            }
        }
    }
}
