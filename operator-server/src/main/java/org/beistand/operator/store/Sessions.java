package org.beistand.operator.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;

/** The sessions, living and over. */
public interface Sessions {
    /**
     * @param quietSince a number whose session ended after this is not given again yet
     * @return false if the number lives, or died too recently
     */
    boolean add(StoredSession session, Instant quietSince);

    Optional<StoredSession> find(SessionId id);

    Optional<StoredSession> findLiving(SessionNumber number);

    /** Replaces what is stored, unless somebody else has changed the stage meanwhile. @return whether it was replaced */
    boolean change(StoredSession from, StoredSession to);

    /** Notes whether a living session of that server is closed to further people. */
    void block(String server, SessionId session, boolean blocked);

    /** @return every session that is not over */
    List<StoredSession> living();

    int countLiving(String moderatorAccount);

    /** Sessions of that server that were ended after {@code since} without its report: it may not know yet that they are over. */
    List<StoredSession> endedWithoutReport(String server, Instant since);
}
