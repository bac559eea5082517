package org.beistand.operator.number;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * So many tries in so long a window for each key. Memory is bounded: with too many keys, the one that was quiet longest is
 * forgotten.
 */
public final class CountedTries implements Tries {
    private final int atMost;
    private final Duration window;
    private final int keys;
    private final Clock clock;
    private final LinkedHashMap<String, Deque<Instant>> triesByKey = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param atMost tries of one key
     * @param window in which they are counted
     * @param keys remembered at most
     */
    public CountedTries(int atMost, Duration window, int keys, Clock clock) {
        this.atMost = atMost;
        this.window = window;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> begin(String key) {
        Instant now = clock.instant();
        Deque<Instant> tries = triesByKey.computeIfAbsent(key, any -> new ArrayDeque<>(2));
        forgetOld(tries, now);
        if (tries.size() >= atMost) {
            Duration pause = Duration.between(now, tries.getFirst().plus(window));
            return Optional.of(pause.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : pause);
        }
        tries.addLast(now);
        makeRoom();
        return Optional.empty();
    }

    @Override
    public synchronized void succeeded(String key) {
        Deque<Instant> tries = triesByKey.get(key);
        if (tries != null) {
            tries.pollLast();
            if (tries.isEmpty()) {
                triesByKey.remove(key);
            }
        }
    }

    synchronized int remembered() {
        return triesByKey.size();
    }

    private void forgetOld(Deque<Instant> tries, Instant now) {
        // A clock that was set back must not lock anybody out for longer than the window.
        tries.removeIf(one -> !one.plus(window).isAfter(now) || one.isAfter(now.plus(window)));
    }

    private void makeRoom() {
        while (triesByKey.size() > keys) {
            triesByKey.pollFirstEntry();
        }
    }
}
