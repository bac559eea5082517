package org.beistand.client.meeting;

import java.util.concurrent.CompletableFuture;
import org.beistand.client.session.Session;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionNumber;

/** The attendee's way in. */
public interface AttendeeDoor {
    /** Completes when she stands in the lobby; fails with {@link MeetingRefused}. */
    CompletableFuture<Session> join(SessionNumber number, PersonName name); // 001-26
}
