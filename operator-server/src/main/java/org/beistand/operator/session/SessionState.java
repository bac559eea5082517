package org.beistand.operator.session;

import java.time.Instant;
import org.beistand.protocol.value.Reason;

/**
 * How far a session has come.
 *
 * <pre>
 *          moderator came          somebody let in
 *   Open ------------------> Waiting --------------> Running
 *     |  \_________________________________________/   |
 *     |         somebody let in      |                 |
 *     | time, report, access ended   | the same        | the same
 *     +---------------------------> Ended <------------+
 * </pre>
 */
public sealed interface SessionState {
    /** A number was given. @param expires when it lapses if nobody comes */
    record Open(Instant expires) implements SessionState {}

    /** The moderator waits at the communication server. @param expires when the number lapses if nobody comes */
    record Waiting(Instant expires) implements SessionState {} // 001-20

    /** Somebody was let in. @param until when it ends at the latest */
    record Running(Instant until) implements SessionState {}

    /** @param at when it was over */
    record Ended(Instant at, Reason reason) implements SessionState {}
}
