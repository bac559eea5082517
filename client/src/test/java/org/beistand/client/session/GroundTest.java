package org.beistand.client.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.beistand.protocol.value.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroundTest {
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final Ground ground = new Ground(loop, Clock.systemUTC(), new SecureRandom(), Role.ATTENDEE);

    @AfterEach
    void stop() {
        loop.shutdownNow();
    }

    @Test
    void aMistakeIsToldAndTheClockworkGoesOn() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(3);
        ground.afterMistake(() -> {
            told.countDown();
            throw new IllegalStateException("and another one");
        });
        ground.every(Duration.ofMillis(1), () -> {
            throw new IllegalStateException("a mistake");
        });
        assertTrue(told.await(10, TimeUnit.SECONDS));
    }

    @Test
    void afterAMistakeTheNextTaskIsDone() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        ground.run(() -> {
            throw new IllegalStateException("a mistake");
        });
        ground.run(done::countDown);
        assertTrue(done.await(10, TimeUnit.SECONDS));
    }
}
