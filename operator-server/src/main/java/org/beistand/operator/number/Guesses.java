package org.beistand.operator.number;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.beistand.protocol.value.SessionId;

/**
 * What guessing numbers costs. A try is counted before the number is looked up and given back if it was right, so that nothing
 * about the pauses depends on which numbers exist.
 *
 * <pre>
 *   the source stands in a pause of its ladder ------------------------------> not now
 *   its network and the whole server have something left --------------------> go
 *   it made at most two mistakes, and the shares reserved for such sources
 *       by its network and the whole server have something left -------------> go
 *   otherwise ---------------------------------------------------------------> not now
 * </pre>
 *
 * Thus a crowd of guessers uses up what is common, and honest people still get in. There is nothing to lock per number:
 * whoever could lock a number could lock its customer out. docs/decisions/0008 has the calculation.
 */
public final class Guesses { // 002-71
    /** Sources, networks and sessions remembered at most, each. */
    static final int MOST_REMEMBERED = 20_000;

    static final Budget.Size SERVER = new Budget.Size(600, Duration.ofSeconds(30));
    static final Budget.Size SERVER_RESERVE = new Budget.Size(2000, Duration.ofSeconds(6));
    static final Budget.Size NETWORK = new Budget.Size(60, Duration.ofMinutes(3));
    static final Budget.Size NETWORK_RESERVE = new Budget.Size(300, Duration.ofMinutes(1));
    /** Shorter pauses could not be told apart from none. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Clock clock;
    private final GuessingAlarm alarm;
    private final Recent<Ladder> ladders = new Recent<>(MOST_REMEMBERED);
    private final Recent<Pot> networks = new Recent<>(MOST_REMEMBERED);
    private final Recent<Boolean> forgiven = new Recent<>(MOST_REMEMBERED);
    private final Pot server;

    /** What is common, and what is kept for those who made no or few mistakes. */
    private record Pot(Budget common, Budget reserve) {
        Budget share(boolean reserved) {
            return reserved ? reserve : common;
        }
    }

    /** Whether a number may be looked up now. */
    public sealed interface Leave {
        /** It may; tell {@link Guesses#right} if it exists. */
        final class Go implements Leave {
            private final Source source;
            private final Ladder before;
            private final Ladder after;
            private final boolean reserved;

            private Go(Source source, Ladder before, Ladder after, boolean reserved) {
                this.source = source;
                this.before = before;
                this.after = after;
                this.reserved = reserved;
            }
        }

        /** @param pause at least a second */
        record NotNow(Duration pause) implements Leave {}
    }

    public Guesses(Clock clock, GuessingAlarm alarm) {
        this.clock = clock;
        this.alarm = alarm;
        Instant now = clock.instant();
        this.server = new Pot(new Budget(SERVER, now), new Budget(SERVER_RESERVE, now));
    }

    /** Counts a try. */
    public synchronized Leave begin(Source source) {
        Instant now = clock.instant();
        Ladder before = ladders.find(source.address())
                .orElseGet(() -> Ladder.fresh(now))
                .at(now);
        ladders.replace(source.address(), before);
        Duration pause = before.pause(now);
        if (pause.isPositive()) {
            return notNow(pause);
        }
        Pot network = networks.findOr(
                source.network(), () -> new Pot(new Budget(NETWORK, now), new Budget(NETWORK_RESERVE, now)));
        Duration common = wait(network, false, now);
        if (common.isZero()) {
            return go(source, network, before, false, now);
        }
        alarm.crowd(source, server.common().wait(now).isPositive(), now);
        Duration reserve = wait(network, true, now);
        if (before.isFree() && reserve.isZero()) {
            return go(source, network, before, true, now);
        }
        return notNow(before.isFree() && reserve.compareTo(common) < 0 ? reserve : common);
    }

    /**
     * It was no guess. The mistakes before it are forgiven too, but only once for each session: a single good number must not
     * buy bad ones for ever.
     */
    public synchronized void right(Leave.Go go, SessionId session) {
        networks.find(go.source.network())
                .ifPresent(network -> network.share(go.reserved).giveBack());
        server.share(go.reserved).giveBack();
        Ladder now = ladders.find(go.source.address()).orElse(go.before);
        // If others of the same source tried meanwhile, their steps stay.
        Ladder back = now.equals(go.after) ? go.before : now.down(1);
        boolean first = forgiven.find(session.toString()).isEmpty();
        if (first && back.wrong() > 0) {
            forgiven.put(session.toString(), true);
            back = back.down(Ladder.FREE);
        }
        ladders.put(go.source.address(), back);
    }

    private Duration wait(Pot network, boolean reserved, Instant now) {
        return longer(network.share(reserved).wait(now), server.share(reserved).wait(now));
    }

    private Leave go(Source source, Pot network, Ladder before, boolean reserved, Instant now) {
        network.share(reserved).take(now);
        server.share(reserved).take(now);
        Ladder after = before.climbed(now);
        ladders.put(source.address(), after);
        if (!after.isFree()) {
            alarm.climbed(source, after.wrong(), after.pause(now), now);
        }
        return new Leave.Go(source, before, after, reserved);
    }

    synchronized int remembered() {
        return Math.max(ladders.size(), Math.max(networks.size(), forgiven.size()));
    }

    private static Leave notNow(Duration pause) {
        return new Leave.NotNow(longer(pause, SHORTEST_PAUSE));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
