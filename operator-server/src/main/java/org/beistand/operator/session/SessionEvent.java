package org.beistand.operator.session;

import java.time.Instant;
import org.beistand.protocol.value.Reason;

/** What can happen to a session. */
public sealed interface SessionEvent {
    /** The communication server says that the moderator has arrived. */
    record ModeratorCame() implements SessionEvent {}

    /** The communication server says that somebody was let in. @param latestEnd of a session that begins now */
    record SomebodyLetIn(Instant latestEnd) implements SessionEvent {}

    /** It is so late now. */
    record TimePassed(Instant now) implements SessionEvent {}

    /** The moderator's account was closed. */
    record AccessEnded(Instant now) implements SessionEvent {}

    /** The communication server's report says that it is over. */
    record Reported(Instant ended, Reason reason) implements SessionEvent {}
}
