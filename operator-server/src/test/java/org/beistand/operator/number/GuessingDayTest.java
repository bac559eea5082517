package org.beistand.operator.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntFunction;
import org.beistand.operator.TestClock;
import org.beistand.operator.number.Guesses.Leave;
import org.beistand.protocol.value.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A simulated day: somebody with 100 addresses guesses as fast as he is let, 200 sessions wait, and 600 customers come, each of
 * whom mistypes twice. Nothing in it hangs on chance but who hits, and that on a fixed seed.
 */
@Tag("002-71")
class GuessingDayTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ADDRESSES = 100;
    private static final int WAITING = 200;
    private static final int CUSTOMERS = 600;
    private static final int NUMBERS = 1_000_000;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T00:00:00Z"));
    private final Guesses guesses = new Guesses(clock, new GuessingAlarm(new SecureRandom(), clock.instant()));
    private final Random random = new Random(2026);
    private final Map<Integer, SessionId> waiting = new HashMap<>();
    private int tries;
    private int hits;
    private int refusedCustomers;
    private int arrivedCustomers;

    /** Something that happens at an instant. */
    private record Event(Instant at, Runnable what) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));

    @Test
    void byCalculationTheLadderAloneIsEnough() {
        // Three tries at once, five more in the first 62 minutes, then one an hour.
        int perAddress = 8 + (int) DAY.minusMinutes(62).dividedBy(Ladder.LONGEST_PAUSE);
        assertEquals(30, perAddress);
        assertEquals(0.6, expected(perAddress * ADDRESSES), 1e-9);
    }

    @Test
    void byCalculationTheWholeServerAnswersFewGuessesHoweverManyAddressesThereAre() {
        long common = Guesses.SERVER.within(DAY);
        long reserved = Guesses.SERVER_RESERVE.within(DAY);
        assertEquals(3480, common);
        assertTrue(expected(common) < 1, "from those who were wrong before");
        assertEquals(16_400, reserved);
        assertEquals(3.976, expected(common + reserved), 1e-9);
    }

    private static double expected(long tries) {
        return (double) tries * WAITING / NUMBERS;
    }

    @Test
    void ofAHundredAddressesAroundTheWorld() {
        day(i -> "10." + i + ".1.7", i -> "172." + (16 + i % 16) + "." + i / 16 + ".9");
        // The common budget of the server is what makes a few of them wait.
        assertTrue(tries > 2900 && tries <= 30 * ADDRESSES, tries + " tries");
    }

    @Test
    void ofAHundredAddressesInOneNetworkAmongWhichCustomersLive() {
        // Every tenth customer lives in the guesser's own network.
        day(
                i -> "203.0.113." + (i + 1),
                i -> i % 10 == 0 ? "203.0.113." + (101 + i / 10) : "172." + (16 + i % 16) + "." + i / 16 + ".9");
        assertTrue(tries < 1000, tries + " tries");
    }

    private void day(IntFunction<String> guesser, IntFunction<String> customer) {
        Instant begin = clock.instant();
        while (waiting.size() < WAITING) {
            waiting.put(random.nextInt(1, NUMBERS), SessionId.random(random));
        }
        for (int i = 0; i < ADDRESSES; i++) {
            Source source = GuessesTest.from(guesser.apply(i));
            at(begin, () -> guess(source));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            Source source = GuessesTest.from(customer.apply(i));
            at(begin.plus(DAY.multipliedBy(i).dividedBy(CUSTOMERS)), () -> mistype(source, 2));
        }
        Instant end = begin.plus(DAY);
        while (!events.isEmpty() && events.peek().at().isBefore(end)) {
            Event next = events.remove();
            clock.pass(Duration.between(clock.instant(), next.at()));
            next.what().run();
        }
        assertTrue(expected(tries) < 1, tries + " tries would find " + expected(tries));
        assertEquals(0, refusedCustomers, "customers who were told to wait");
        assertEquals(CUSTOMERS, arrivedCustomers);
        assertTrue(hits <= 1, hits + " hits with this seed");
    }

    private void at(Instant when, Runnable what) {
        events.add(new Event(when, what));
    }

    private void guess(Source source) {
        switch (guesses.begin(source)) {
            case Leave.NotNow(Duration pause) -> at(clock.instant().plus(pause), () -> guess(source));
            case Leave.Go go -> {
                tries++;
                SessionId found = waiting.get(random.nextInt(NUMBERS));
                if (found != null) {
                    hits++;
                    guesses.right(go, found);
                }
                at(clock.instant(), () -> guess(source));
            }
        }
    }

    /** Ten seconds for each time she types, and then the right number of a session that another one replaces. */
    private void mistype(Source source, int times) {
        switch (guesses.begin(source)) {
            case Leave.NotNow _ -> refusedCustomers++;
            case Leave.Go go -> {
                if (times > 0) {
                    at(clock.instant().plusSeconds(10), () -> mistype(source, times - 1));
                    return;
                }
                int number = new ArrayList<>(waiting.keySet()).get(random.nextInt(waiting.size()));
                guesses.right(go, Objects.requireNonNull(waiting.remove(number)));
                arrivedCustomers++;
                waiting.put(random.nextInt(1, NUMBERS), SessionId.random(random));
            }
        }
    }
}
