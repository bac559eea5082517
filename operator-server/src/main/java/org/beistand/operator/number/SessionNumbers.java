package org.beistand.operator.number;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.beistand.operator.store.Sessions;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.value.SessionNumber;

/** Gives every session a number of its own. */
public final class SessionNumbers { // 001-17, 001-47, 001-133
    /** A number whose session is over is not given again for so long: somebody may still have it on a slip of paper. */
    public static final Duration QUIET = Duration.ofHours(24);
    /** With nine of ten numbers in use, all of these miss in one of 200 cases. */
    private static final int DRAWS = 50;

    private final Sessions sessions;
    private final RandomGenerator random;

    public SessionNumbers(Sessions sessions, RandomGenerator random) {
        this.sessions = sessions;
        this.random = random;
    }

    /**
     * Draws until a number is free and the session with it is stored; the store's constraint decides who gets it.
     *
     * @param session makes the session for a number
     * @return empty if no number was found to be free
     */
    public Optional<StoredSession> give(Instant now, Function<SessionNumber, StoredSession> session) {
        for (int i = 0; i < DRAWS; i++) {
            StoredSession candidate = session.apply(SessionNumber.random(random));
            if (sessions.add(candidate, now.minus(QUIET))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
