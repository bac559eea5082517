package org.beistand.operator.session;

import java.time.Instant;
import java.util.Optional;
import org.beistand.operator.session.SessionState.Ended;
import org.beistand.operator.session.SessionState.Open;
import org.beistand.operator.session.SessionState.Running;
import org.beistand.operator.session.SessionState.Waiting;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.value.Reason;

/** A state as it stands in a row. */
public final class StoredState {
    private StoredState() {}

    public static SessionState of(StoredSession session) {
        return switch (session.stage()) {
            case OPEN -> new Open(session.expires());
            case WAITING -> new Waiting(session.expires());
            case RUNNING -> new Running(session.expires());
            case ENDED ->
                new Ended(session.ended().orElseThrow(), session.reason().orElseThrow());
        };
    }

    public static StoredSession with(StoredSession session, SessionState state) {
        return switch (state) {
            case Open(Instant expires) -> living(session, StoredSession.Stage.OPEN, expires);
            case Waiting(Instant expires) -> living(session, StoredSession.Stage.WAITING, expires);
            case Running(Instant until) -> living(session, StoredSession.Stage.RUNNING, until);
            case Ended(Instant at, Reason reason) ->
                row(session, StoredSession.Stage.ENDED, session.expires(), Optional.of(at), Optional.of(reason));
        };
    }

    private static StoredSession living(StoredSession session, StoredSession.Stage stage, Instant expires) {
        return row(session, stage, expires, Optional.empty(), Optional.empty());
    }

    private static StoredSession row(
            StoredSession session,
            StoredSession.Stage stage,
            Instant expires,
            Optional<Instant> ended,
            Optional<Reason> reason) {
        return new StoredSession(
                session.id(),
                session.number(),
                session.moderatorAccount(),
                session.moderator(),
                stage,
                session.server(),
                session.address(),
                session.blocked(),
                session.opened(),
                expires,
                ended,
                reason);
    }
}
