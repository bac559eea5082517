package org.beistand.operator.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.beistand.operator.TestClock;
import org.junit.jupiter.api.Test;

/** The patience with wrong tries. */
class CountedTriesTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final CountedTries tries = new CountedTries(3, WINDOW, 100, clock);

    private void tryThreeTimes() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), tries.begin("anna"));
        }
    }

    @Test
    void endsWhenThereWereTooManyAndSaysHowLongToWait() {
        tryThreeTimes();
        clock.pass(Duration.ofMinutes(1));
        assertEquals(Optional.of(Duration.ofMinutes(4)), tries.begin("anna"));
        assertEquals(Optional.empty(), tries.begin("berta"));
    }

    @Test
    void comesBackWhenTheTimeIsOver() {
        tryThreeTimes();
        clock.pass(WINDOW);
        tryThreeTimes();
        assertTrue(tries.begin("anna").isPresent());
    }

    @Test
    void isNotLostOnWhoSucceeds() {
        for (int i = 0; i < 50; i++) {
            assertEquals(Optional.empty(), tries.begin("anna"));
            tries.succeeded("anna");
        }
        assertEquals(0, tries.remembered());
    }

    @Test
    void doesNotForgiveEarlierFailuresForOneSuccess() {
        tries.begin("anna");
        tries.begin("anna");
        tries.begin("anna");
        tries.succeeded("anna");
        assertEquals(Optional.empty(), tries.begin("anna"));
        assertTrue(tries.begin("anna").isPresent());
    }

    @Test
    void isNotWithheldForeverWhenTheClockIsSetBack() {
        tryThreeTimes();
        clock.pass(Duration.ofDays(-30));
        assertEquals(Optional.empty(), tries.begin("anna"));
    }

    @Test
    void needsMemoryOnlyForSoMany() {
        for (int i = 0; i < 10_000; i++) {
            tries.begin("guess " + i);
        }
        assertEquals(100, tries.remembered());
    }
}
