package org.beistand.operator.number;

import java.time.Duration;
import java.util.Optional;

/** Counts tries, so that guessing takes longer than anybody has. The place where richer budgets will stand. */
public interface Tries {
    /**
     * Counts a try before it is made, so that many at once do not slip through together.
     *
     * @return how long to wait instead, if there were too many
     */
    Optional<Duration> begin(String key);

    /** The try was a success: it was no guess and is not counted. */
    void succeeded(String key);
}
