package org.beistand.operator.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;

/** The reports: added and read, never changed, never taken away. */
public interface Reports { // 001-74
    /** What became of a report that was handed in. */
    enum Added {
        STORED,
        /** The same report was handed in before. */
        KNOWN,
        /** Another report of this session is stored; this one was not taken. */
        DIFFERENT
    }

    /**
     * Stores the report and ends its session, both or neither. When this returns, both are on the disk.
     *
     * @param from the session as it was found
     * @param to the session as it is now over, or the same as {@code from} if it was over already
     */
    Added add(StoredReport report, StoredSession from, StoredSession to);

    Optional<StoredReport> find(SessionId session);

    /** @return without documents, newest first, those that began at or after {@code from} and before {@code until} */
    List<StoredReport> list(Instant from, Instant until, int atMost);
}
