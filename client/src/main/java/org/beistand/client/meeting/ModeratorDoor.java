package org.beistand.client.meeting;

import java.util.concurrent.CompletableFuture;
import org.beistand.client.session.Session;
import org.beistand.protocol.value.PersonName;

/** The moderator's way in. The futures fail with {@link MeetingRefused}; they complete on a thread of the session. */
public interface ModeratorDoor extends AutoCloseable {
    /** @param password is wiped when it was used */
    CompletableFuture<SignedInModerator> signIn(String login, char[] password);

    /** Ends the connection to the operator server; a session that runs goes on. */
    @Override
    void close();

    /** Somebody whom the operator server knows and has entitled. */
    interface SignedInModerator {
        PersonName name();

        String organisation();

        /** A new session with a new number; completes when the moderator waits at the communication server. */
        CompletableFuture<Session> openSession(); // 001-133
    }
}
