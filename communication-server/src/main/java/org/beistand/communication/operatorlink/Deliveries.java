package org.beistand.communication.operatorlink;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;

/** Which reports are still to be handed over, and which are on their way. Used by one thread. */
final class Deliveries {
    /** At once; each can have two million bytes. */
    static final int MOST_ON_THEIR_WAY = 4;

    private final Deque<SessionId> waiting = new ArrayDeque<>();
    private final Map<SessionId, Instant> onTheirWay = new LinkedHashMap<>();
    private final List<Runnable> emptied = new ArrayList<>();

    void add(SessionId session) {
        if (!onTheirWay.containsKey(session) && !waiting.contains(session)) {
            waiting.add(session);
        }
    }

    /** The next one that can be sent now. */
    Optional<SessionId> next(Instant now) {
        if (onTheirWay.size() >= MOST_ON_THEIR_WAY || waiting.isEmpty()) {
            return Optional.empty();
        }
        SessionId next = waiting.remove();
        onTheirWay.put(next, now);
        return Optional.of(next);
    }

    void taken(SessionId session) {
        onTheirWay.remove(session);
        waiting.remove(session);
        if (onTheirWay.isEmpty() && waiting.isEmpty()) {
            tellEmptied();
        }
    }

    /** Those that are on their way since before then are sent again, after the others. */
    void overdue(Instant since) {
        onTheirWay.entrySet().stream()
                .filter(one -> !one.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .forEach(waiting::add);
        waiting.forEach(onTheirWay::remove);
    }

    /** The connection broke: perhaps because of one of these, so they come after the others. */
    void lost() {
        waiting.addAll(onTheirWay.keySet());
        onTheirWay.clear();
        tellEmptied();
    }

    /** Tells once when nothing is left, or when there is nobody any more to hand anything to. */
    void whenEmpty(Runnable told) {
        if (onTheirWay.isEmpty() && waiting.isEmpty()) {
            told.run();
        } else {
            emptied.add(told);
        }
    }

    private void tellEmptied() {
        List<Runnable> all = List.copyOf(emptied);
        emptied.clear();
        all.forEach(Runnable::run);
    }
}
