package org.beistand.client.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import org.beistand.protocol.wire.MalformedMessage;

/**
 * Says when the next picture may be made for a viewer, and how large it may be: only when fewer than a few are under way, and never
 * more than the line carries while a click may wait. So no picture ever waits in a queue, and the one that is made is the latest. On a short way one picture under way is enough; a long way is filled with up to
 * three, until pictures need visibly longer than the way itself, which means that they queue up somewhere. Used by one thread at
 * a time; a new epoch begins with a new flow.
 */
public final class PictureFlow {
    /** The most pictures under way. */
    public static final int MOST = 3;

    /** Filling the way pays off only if it is longer than this: about a picture's time at 30 a second. */
    private static final Duration SHORT_WAY = Duration.ofMillis(30);

    /** For so long the quickest picture counts as the length of the way. */
    private static final Duration MEMORY = Duration.ofSeconds(10);

    /** What lies on the line beyond the way itself delays everything behind it by so long. */
    private static final Duration STANDING = Duration.ofMillis(80);

    /** A longer way is not filled up. */
    private static final Duration LONGEST_WAY = Duration.ofMillis(150);

    /** Less than that says more about clocks and windows than about the line. */
    private static final Duration SHORTEST_STANDING = Duration.ofMillis(4);

    /** Bytes a second, until something was measured. */
    private static final long FIRST_GUESS = 1_000_000;

    private static final long SLOWEST = 8_000;
    private static final long FASTEST = 1_000_000_000;

    /** A picture may always have so many bytes. */
    private static final int LEAST_ROOM = 4_096;

    /** @param load bytes under way when it was sent, its own among them */
    private record Sent(int frame, Instant at, int bytes, long load) {}

    private final InstantSource clock;
    private final ArrayDeque<Sent> underWay = new ArrayDeque<>(MOST);
    private int allowed = 1;
    private int lastSent;
    private Duration quickest = Duration.ZERO;
    private Duration quickestBefore = Duration.ZERO;
    private Instant since = Instant.MIN;
    private long bytesUnderWay;
    private long bytesPerSecond = FIRST_GUESS;

    public PictureFlow(InstantSource clock) {
        this.clock = clock;
    }

    public boolean mayEncode() {
        return underWay.isEmpty() || underWay.size() < allowed && bytesUnderWay < capacity();
    }

    /** Whether nothing is under way. */
    public boolean isIdle() {
        return underWay.isEmpty();
    }

    /** How many pictures may be under way now: 1 to {@link #MOST}. */
    public int allowed() {
        return allowed;
    }

    /**
     * A picture has gone.
     *
     * @param frame higher than the one before
     * @param bytes how large it is
     * @throws IllegalStateException if {@link #mayEncode} would have said no
     */
    public void sent(int frame, int bytes) {
        if (!mayEncode() || frame <= lastSent) {
            throw new IllegalStateException("picture " + frame + " may not be sent");
        }
        lastSent = frame;
        bytesUnderWay += bytes;
        underWay.addLast(new Sent(frame, clock.instant(), bytes, bytesUnderWay));
    }

    /**
     * The viewer has this picture, and all before it. What was said before is no news and does nothing.
     *
     * @throws MalformedMessage if it was never sent
     */
    public void shown(int frame) {
        if (frame > lastSent) {
            throw new MalformedMessage("a picture that was never sent");
        }
        Instant now = clock.instant();
        while (!underWay.isEmpty() && underWay.getFirst().frame() <= frame) {
            Sent sent = underWay.removeFirst();
            bytesUnderWay -= sent.bytes();
            if (sent.frame() == frame) {
                Duration took = Duration.between(sent.at(), now);
                measure(took, now);
                measureLine(took, sent.load());
            }
        }
    }

    private void measure(Duration took, Instant now) {
        if (since.equals(Instant.MIN)) {
            since = now;
            quickest = took;
            quickestBefore = took;
        } else if (Duration.between(since, now).compareTo(MEMORY) > 0) {
            since = now;
            quickestBefore = quickest;
            quickest = took;
        }
        quickest = shorter(quickest, took);
        Duration way = shorter(quickest, quickestBefore);
        if (way.compareTo(SHORT_WAY) <= 0) {
            allowed = 1;
        } else if (took.compareTo(way.multipliedBy(2)) > 0) {
            allowed = Math.max(1, allowed - 1);
        } else if (took.compareTo(way.multipliedBy(3).dividedBy(2)) <= 0) {
            allowed = Math.min(MOST, allowed + 1);
        }
    }

    /** Of the line, as far as it has been seen. */
    public long bytesPerSecond() {
        return bytesPerSecond;
    }

    /** How many bytes the next picture should have at most. */
    public int room() {
        return Math.clamp(capacity() - bytesUnderWay, LEAST_ROOM, Integer.MAX_VALUE);
    }

    private long capacity() {
        return bytesPerSecond * way().plus(STANDING).toMillis() / 1_000;
    }

    private Duration way() {
        return shorter(shorter(quickest, quickestBefore), LONGEST_WAY);
    }

    /** Small pictures prove that a line is fast, but never that it is slow. */
    private void measureLine(Duration took, long load) {
        Duration standing = took.minus(way());
        // Where all pictures are of a size, the quickest one has stood, too.
        long nanos = Math.max(SHORTEST_STANDING.toNanos(), Math.max(standing.toNanos(), took.toNanos() / 4));
        long seen = Math.clamp(load * 1_000_000_000L / nanos, SLOWEST, FASTEST);
        if (seen > bytesPerSecond || 4 * load >= capacity()) {
            bytesPerSecond = (bytesPerSecond + seen) / 2;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
