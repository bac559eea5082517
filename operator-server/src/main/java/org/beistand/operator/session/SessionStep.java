package org.beistand.operator.session;

import java.time.Instant;
import java.util.Optional;
import org.beistand.operator.session.SessionEvent.AccessEnded;
import org.beistand.operator.session.SessionEvent.ModeratorCame;
import org.beistand.operator.session.SessionEvent.Reported;
import org.beistand.operator.session.SessionEvent.SomebodyLetIn;
import org.beistand.operator.session.SessionEvent.TimePassed;
import org.beistand.operator.session.SessionState.Ended;
import org.beistand.operator.session.SessionState.Open;
import org.beistand.operator.session.SessionState.Running;
import org.beistand.operator.session.SessionState.Waiting;
import org.beistand.protocol.value.Reason;

/**
 * What an event makes of a state.
 *
 * @param close the reason with which the communication server must close its room, if it must
 */
public record SessionStep(SessionState next, Optional<Reason> close) {

    /** Depends on nothing but its arguments. */
    public static SessionStep step(SessionState state, SessionEvent event) {
        return switch (state) {
            case Open open ->
                switch (event) {
                    case ModeratorCame _ -> to(new Waiting(open.expires()));
                    case SomebodyLetIn(Instant latestEnd) -> to(new Running(latestEnd));
                    case TimePassed(Instant now) -> late(open, open.expires(), now);
                    case AccessEnded(Instant now) -> accessEnded(now);
                    case Reported(Instant ended, Reason reason) -> to(new Ended(ended, reason));
                };
            case Waiting waiting ->
                switch (event) {
                    case ModeratorCame _ -> to(waiting);
                    case SomebodyLetIn(Instant latestEnd) -> to(new Running(latestEnd));
                    case TimePassed(Instant now) -> late(waiting, waiting.expires(), now);
                    case AccessEnded(Instant now) -> accessEnded(now);
                    case Reported(Instant ended, Reason reason) -> to(new Ended(ended, reason));
                };
            case Running running ->
                switch (event) {
                    case ModeratorCame _, SomebodyLetIn _ -> to(running);
                    case TimePassed(Instant now) -> late(running, running.until(), now);
                    case AccessEnded(Instant now) -> accessEnded(now);
                    case Reported(Instant ended, Reason reason) -> to(new Ended(ended, reason));
                };
            case Ended ended ->
                switch (event) {
                    // A room for a session that is over must not stay open.
                    case ModeratorCame _, SomebodyLetIn _ -> new SessionStep(ended, Optional.of(ended.reason()));
                    case TimePassed _, AccessEnded _, Reported _ -> to(ended);
                };
        };
    }

    private static SessionStep to(SessionState next) {
        return new SessionStep(next, Optional.empty());
    }

    private static SessionStep accessEnded(Instant now) {
        return new SessionStep(new Ended(now, Reason.ACCESS_ENDED), Optional.of(Reason.ACCESS_ENDED));
    }

    private static SessionStep late(SessionState state, Instant end, Instant now) {
        return now.isBefore(end)
                ? to(state)
                : new SessionStep(new Ended(end, Reason.SESSION_EXPIRED), Optional.of(Reason.SESSION_EXPIRED));
    }
}
