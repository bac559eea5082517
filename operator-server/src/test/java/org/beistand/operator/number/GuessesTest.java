package org.beistand.operator.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.beistand.operator.TestClock;
import org.beistand.operator.number.Guesses.Leave;
import org.beistand.protocol.value.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a wrong number costs whom. */
class GuessesTest {
    private static final Source HOME = from("192.0.2.7");

    private final SecureRandom random = new SecureRandom();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final Guesses guesses = new Guesses(clock, new GuessingAlarm(random, clock.instant()));

    static Source from(String address) {
        return Source.of(new InetSocketAddress(address, 40_000));
    }

    private Leave.Go go(Source source) {
        return assertInstanceOf(Leave.Go.class, guesses.begin(source));
    }

    private Duration pause(Source source) {
        return assertInstanceOf(Leave.NotNow.class, guesses.begin(source)).pause();
    }

    /** Tries as soon as it is let, and waits as long as it is told. */
    private void guess(Source source, int times) {
        for (int i = 0; i < times; i++) {
            if (guesses.begin(source) instanceof Leave.NotNow(Duration pause)) {
                clock.pass(pause);
                go(source);
            }
        }
    }

    @Test
    @Tag("002-71")
    void takesAtLeastSeventeenHoursFor24Tries() {
        Instant began = clock.instant();
        guess(HOME, 24);
        assertEquals(Duration.ofMinutes(17 * 60 + 2), Duration.between(began, clock.instant()));
    }

    @Test
    @Tag("002-71")
    void doublesThePauseWithEveryWrongNumberFromTheThirdOn() {
        List<Long> minutes = new ArrayList<>();
        go(HOME);
        go(HOME);
        for (int i = 0; i < 7; i++) {
            go(HOME);
            Duration pause = pause(HOME);
            minutes.add(pause.toMinutes());
            clock.pass(pause);
        }
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 60L, 60L), minutes);
    }

    @Test
    void aRefusedTryMakesNoPauseLonger() {
        guess(HOME, 3);
        clock.pass(Duration.ofSeconds(30));
        for (int i = 0; i < 1000; i++) {
            assertEquals(Duration.ofSeconds(90), pause(HOME));
        }
        clock.pass(Duration.ofSeconds(90));
        go(HOME);
    }

    @Test
    void aStrangersPausesAreHisOwn() {
        guess(HOME, 8);
        assertEquals(Duration.ofHours(1), pause(HOME));
        go(from("192.0.2.8"));
        go(from("198.51.100.9"));
    }

    @Test
    void whoMistypesTwiceAndThenGetsInIsForgivenOncePerSession() {
        SessionId session = SessionId.random(random);
        for (int i = 0; i < 20; i++) {
            go(HOME);
            go(HOME);
            guesses.right(go(HOME), SessionId.random(random));
        }
        go(HOME);
        go(HOME);
        guesses.right(go(HOME), session);
        go(HOME);
        go(HOME);
        guesses.right(go(HOME), session);
        go(HOME);
        assertEquals(Duration.ofMinutes(2), pause(HOME), "one good number buys no more bad ones");
    }

    @Test
    void whoWaitedForARightNumberDoesNotWaitAgain() {
        guess(HOME, 6);
        clock.pass(pause(HOME));
        guesses.right(go(HOME), SessionId.random(random));
        go(HOME);
    }

    @Test
    void manyWhoGetInFromOneAddressAtOnceUseUpNothing() {
        SessionId session = SessionId.random(random);
        for (int i = 0; i < 5000; i++) {
            guesses.right(go(HOME), session);
        }
    }

    @Test
    void oneWrongNumberIsForgottenForEveryEightHoursWithoutAny() {
        guess(HOME, 8);
        clock.pass(Duration.ofHours(8 * 6));
        guess(HOME, 1);
        assertEquals(Duration.ofMinutes(2), pause(HOME));
        clock.pass(Duration.ofHours(8 * 3));
        guess(HOME, 2);
        go(HOME);
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutForLonger() {
        guess(HOME, 8);
        clock.pass(Duration.ofDays(-300));
        assertEquals(Duration.ofHours(1), pause(HOME));
        clock.pass(Duration.ofHours(1));
        go(HOME);
    }

    @Test
    void aNetworkThatGuessesUsesUpItsOwnBudgetAndNewcomersInItStillGetIn() {
        // Three tries from each of 150 addresses: more than the network's common and reserved budgets.
        for (int host = 1; host <= 150; host++) {
            for (int i = 0; i < 3; i++) {
                guesses.begin(from("203.0.113." + host));
            }
        }
        assertInstanceOf(Leave.NotNow.class, guesses.begin(from("203.0.113.1")));
        assertEquals(Duration.ofMinutes(1), pause(from("203.0.113.200")), "until its next reserved try");
        clock.pass(Duration.ofMinutes(1));
        go(from("203.0.113.200"));
        for (int i = 0; i < 2; i++) {
            go(from("203.0.114.200"));
        }
    }

    @Test
    @Tag("002-71")
    void aServerUnderSiegeStillServesWhoMadeNoMistakes() {
        // 1,000 addresses of 1,000 networks, each as fast as it can for an hour.
        siege(1000);
        for (int i = 0; i < 50; i++) {
            Source honest = from("198.18." + i + ".9");
            go(honest);
            clock.pass(Duration.ofSeconds(6));
            go(honest);
            clock.pass(Duration.ofSeconds(6));
            guesses.right(go(honest), SessionId.random(random));
        }
    }

    private void siege(int addresses) {
        for (int minute = 0; minute < 70; minute += 10) {
            for (int i = 0; i < addresses; i++) {
                guesses.begin(from("10." + i / 256 + "." + i % 256 + ".1"));
            }
            clock.pass(Duration.ofMinutes(10));
        }
    }

    @Test
    void remembersOnlySoMuch() {
        for (int i = 0; i < 60_000; i++) {
            guesses.begin(new Source("a" + i, "n" + i));
            clock.pass(Duration.ofSeconds(6));
        }
        assertEquals(Guesses.MOST_REMEMBERED, guesses.remembered());
    }

    @Test
    void countsIpv6ByHomeAndCustomer() {
        assertEquals(from("2001:db8:1:2::3"), from("2001:db8:1:2:ffff::9"));
        assertEquals(from("2001:db8:1:2::3").network(), from("2001:db8:1:9::3").network());
        assertFalse(
                from("2001:db8:1:2::3").network().equals(from("2001:db8:2:2::3").network()));
        assertEquals(from("192.0.2.7"), from("::ffff:192.0.2.7"));
    }

    @Test
    void theLogNamesTheEventAndNeitherAddressNorNumber() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(GuessingAlarm.class);
        logger.addAppender(log);
        log.start();
        try {
            guess(HOME, 9);
            siege(1000);
        } finally {
            logger.detachAppender(log);
        }
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(lines.get(0).matches("event=guessing-source source=[0-9a-f]{16} wrong=3 pause=120s"), lines.get(0));
        assertTrue(lines.get(1).matches("event=guessing-source source=[0-9a-f]{16} wrong=8 pause=3600s"), lines.get(1));
        assertEquals(lines.get(0).split(" ")[1], lines.get(1).split(" ")[1]);
        assertTrue(lines.contains("event=guessing-server")
                || lines.stream().anyMatch(one -> one.startsWith("event=guessing-server unsaid=")));
        assertTrue(lines.size() < 500, "a crowd does not fill the disk: " + lines.size());
        assertTrue(lines.stream().noneMatch(one -> one.contains("192.0.2.7") || one.contains("c0000207")));
    }
}
