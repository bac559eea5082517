package org.beistand.client.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import org.beistand.protocol.wire.MalformedMessage;

/**
 * Says when the next picture may be made for a viewer: only when fewer than a few are under way. So no picture ever waits in a
 * queue, and the one that is made is the latest. On a short way one picture under way is enough; a long way is filled with up to
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

    private record Sent(int frame, Instant at) {}

    private final InstantSource clock;
    private final ArrayDeque<Sent> underWay = new ArrayDeque<>(MOST);
    private int allowed = 1;
    private int lastSent;
    private Duration quickest = Duration.ZERO;
    private Duration quickestBefore = Duration.ZERO;
    private Instant since = Instant.MIN;

    public PictureFlow(InstantSource clock) {
        this.clock = clock;
    }

    public boolean mayEncode() {
        return underWay.size() < allowed;
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
     * @throws IllegalStateException if {@link #mayEncode} would have said no
     */
    public void sent(int frame) {
        if (!mayEncode() || frame <= lastSent) {
            throw new IllegalStateException("picture " + frame + " may not be sent");
        }
        lastSent = frame;
        underWay.addLast(new Sent(frame, clock.instant()));
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
            if (sent.frame() == frame) {
                measure(Duration.between(sent.at(), now), now);
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
