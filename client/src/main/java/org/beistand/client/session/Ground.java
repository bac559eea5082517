package org.beistand.client.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every part of a session stands on. The loop is one thread: it alone writes the session's state. A mistake of this program
 * on that thread is never silent: it is logged, and whoever answers for mistakes is told.
 */
final class Ground {
    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

    private final ScheduledExecutorService loop;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Role role;
    private Runnable afterMistake = () -> {};

    /** @param role what this person is */
    Ground(ScheduledExecutorService loop, InstantSource clock, SecureRandom random, Role role) {
        this.loop = loop;
        this.clock = clock;
        this.random = random;
        this.role = role;
    }

    InstantSource clock() {
        return clock;
    }

    SecureRandom random() {
        return random;
    }

    Role role() {
        return role;
    }

    Instant now() {
        return clock.instant();
    }

    /** @param then on the loop, each time when something has gone wrong there; set before anything runs */
    void afterMistake(Runnable then) {
        afterMistake = then;
    }

    void run(Runnable task) {
        if (!loop.isShutdown()) {
            loop.execute(() -> guard(task));
        }
    }

    ScheduledFuture<?> after(Duration delay, Runnable task) {
        return loop.schedule(() -> guard(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    ScheduledFuture<?> every(Duration period, Runnable task) {
        return loop.scheduleWithFixedDelay(
                () -> guard(task), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A session has met a mistake of this program", e);
            try {
                afterMistake.run();
            } catch (RuntimeException again) {
                LOG.error("Ending it met another", again);
            }
        }
    }
}
