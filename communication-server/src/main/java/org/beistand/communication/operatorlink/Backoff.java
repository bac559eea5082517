package org.beistand.communication.operatorlink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Twice as long after each failure, up to a minute; scattered, so that many servers do not come back all at once. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(1);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void succeeded() {
        next = FIRST;
    }

    /** Between half of the time that it is now and all of it. */
    Duration failed() {
        long most = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Duration.ofMillis(random.nextLong(most / 2, most + 1));
    }
}
