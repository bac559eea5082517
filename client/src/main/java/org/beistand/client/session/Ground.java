package org.beistand.client.session;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Role;

/**
 * What every part of a session stands on. The loop is one thread: it alone writes the session's state.
 *
 * @param loop the session's thread
 * @param role what this person is
 */
record Ground(ScheduledExecutorService loop, InstantSource clock, SecureRandom random, Role role) {
    Instant now() {
        return clock.instant();
    }

    void run(Runnable task) {
        if (!loop.isShutdown()) {
            loop.execute(task);
        }
    }

    ScheduledFuture<?> after(Duration delay, Runnable task) {
        return loop.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    ScheduledFuture<?> every(Duration period, Runnable task) {
        return loop.scheduleWithFixedDelay(task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
