package org.beistand.operator.report;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.value.ParticipantId;

/**
 * One thing that happened, as its witnesses tell it.
 *
 * @param when the communication server first heard of it
 * @param versions one if all who speak of it agree, otherwise several
 */
record Fact(Instant when, Subject subject, List<Version> versions) {
    /** What some of them say. @param witnesses who say exactly this */
    record Version(Statement statement, SortedSet<ParticipantId> witnesses) {}

    /** How well it is testified. */
    enum Standing {
        /** Two sides say the same. */
        CONFIRMED,
        /** The sides say different things. */
        CONTRADICTED,
        /** One side says it, and the other nothing. */
        ONE_WITNESS,
        /** Only the side that counted can know it. */
        OWN_COUNT
    }

    Fact {
        versions = List.copyOf(versions);
    }

    Standing standing() {
        if (versions.size() > 1) {
            return Standing.CONTRADICTED;
        }
        if (subject.isOwnCount()) {
            return Standing.OWN_COUNT;
        }
        // Somebody whom it does not concern is no second witness.
        long atFirstHand = versions.getFirst().witnesses().stream()
                .filter(subject::concerns)
                .count();
        return atFirstHand > 1 ? Standing.CONFIRMED : Standing.ONE_WITNESS;
    }
}
