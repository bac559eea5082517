package org.beistand.operator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The drawing above the states, arrow by arrow. */
class SessionCourseTest {
    private static final Instant EXPIRES = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant LATEST = EXPIRES.plusSeconds(36_000);
    private static final Instant EARLIER = EXPIRES.minusSeconds(60);

    private static final Open OPEN = new Open(EXPIRES);
    private static final Waiting WAITING = new Waiting(EXPIRES);
    private static final Running RUNNING = new Running(EXPIRES);
    private static final Ended ENDED = new Ended(EARLIER, Reason.MODERATOR_LEFT);

    private static final ModeratorCame CAME = new ModeratorCame();
    private static final SomebodyLetIn LET_IN = new SomebodyLetIn(LATEST);
    private static final TimePassed EARLY = new TimePassed(EXPIRES.minusMillis(1));
    private static final TimePassed LATE = new TimePassed(EXPIRES);
    private static final Reported REPORTED = new Reported(EARLIER, Reason.ATTENDEE_LEFT);

    private static final AccessEnded CLOSED = new AccessEnded(EARLIER);
    private static final Optional<Reason> NO_ACCESS = Optional.of(Reason.ACCESS_ENDED);
    private static final Ended CUT = new Ended(EARLIER, Reason.ACCESS_ENDED);

    private static final Ended LAPSED = new Ended(EXPIRES, Reason.SESSION_EXPIRED);
    private static final Ended AS_REPORTED = new Ended(EARLIER, Reason.ATTENDEE_LEFT);

    private record Arrow(SessionState from, SessionEvent event, SessionState to, Optional<Reason> close) {
        static Arrow of(SessionState from, SessionEvent event, SessionState to) {
            return new Arrow(from, event, to, Optional.empty());
        }
    }

    private static final Optional<Reason> EXPIRED = Optional.of(Reason.SESSION_EXPIRED);
    private static final List<Arrow> TABLE = List.of(
            Arrow.of(OPEN, CAME, WAITING),
            Arrow.of(OPEN, LET_IN, new Running(LATEST)),
            Arrow.of(OPEN, EARLY, OPEN),
            new Arrow(OPEN, LATE, LAPSED, EXPIRED),
            Arrow.of(OPEN, REPORTED, AS_REPORTED),
            Arrow.of(WAITING, CAME, WAITING),
            Arrow.of(WAITING, LET_IN, new Running(LATEST)),
            Arrow.of(WAITING, EARLY, WAITING),
            new Arrow(WAITING, LATE, LAPSED, EXPIRED),
            Arrow.of(WAITING, REPORTED, AS_REPORTED),
            Arrow.of(RUNNING, CAME, RUNNING),
            Arrow.of(RUNNING, LET_IN, RUNNING),
            Arrow.of(RUNNING, EARLY, RUNNING),
            new Arrow(RUNNING, LATE, LAPSED, EXPIRED),
            Arrow.of(RUNNING, REPORTED, AS_REPORTED),
            new Arrow(ENDED, CAME, ENDED, Optional.of(Reason.MODERATOR_LEFT)),
            new Arrow(ENDED, LET_IN, ENDED, Optional.of(Reason.MODERATOR_LEFT)),
            Arrow.of(ENDED, EARLY, ENDED),
            Arrow.of(ENDED, LATE, ENDED),
            Arrow.of(ENDED, REPORTED, ENDED),
            new Arrow(OPEN, CLOSED, CUT, NO_ACCESS),
            new Arrow(WAITING, CLOSED, CUT, NO_ACCESS),
            new Arrow(RUNNING, CLOSED, CUT, NO_ACCESS),
            Arrow.of(ENDED, CLOSED, ENDED));

    @Test
    @Tag("001-20")
    @Tag("001-133")
    void everyEventLeadsWhereTheDrawingSays() {
        for (Arrow arrow : TABLE) {
            assertEquals(
                    new SessionStep(arrow.to(), arrow.close()),
                    SessionStep.step(arrow.from(), arrow.event()),
                    arrow.toString());
        }
    }

    @Test
    void theTableHasEveryEventInEveryState() {
        Set<List<Class<?>>> drawn = new HashSet<>();
        TABLE.forEach(arrow ->
                drawn.add(List.of(arrow.from().getClass(), arrow.event().getClass())));
        Set<List<Class<?>>> possible = new HashSet<>();
        for (Class<?> state : SessionState.class.getPermittedSubclasses()) {
            for (Class<?> event : SessionEvent.class.getPermittedSubclasses()) {
                possible.add(List.of(state, event));
            }
        }
        assertEquals(possible, drawn);
    }
}
