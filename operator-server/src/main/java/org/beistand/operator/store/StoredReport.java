package org.beistand.operator.store;

import java.time.Instant;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;

/**
 * One report as a row: what a list shows, and the whole as a document.
 *
 * @param moderator as the operator server knows him, not as the communication server says
 * @param participants who were let in, the moderator included
 * @param document JSON, empty in a list
 */
public record StoredReport(
        SessionId session,
        String server,
        Instant began,
        Instant ended,
        PersonName moderator,
        int participants,
        Reason reason,
        String document) {
    @Override
    public String toString() {
        return "StoredReport[" + session + "]";
    }
}
