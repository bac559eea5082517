package org.beistand.client.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Traffic;

/**
 * What waits until the line has room: pictures before files. What is urgent never waits here. Belongs to the session's thread;
 * whoever fills it keeps his own measure (pictures by acknowledgement, files by window), so it stays small.
 */
final class Outbox {
    private record Waiting(ParticipantId to, SessionMessage message, Talk.Guard guard) {}

    private final Deque<Waiting> pictures = new ArrayDeque<>();
    private final Deque<Waiting> files = new ArrayDeque<>();
    private final BooleanSupplier room;
    private final BiConsumer<ParticipantId, SessionMessage> seal;

    Outbox(BooleanSupplier room, BiConsumer<ParticipantId, SessionMessage> seal) {
        this.room = room;
        this.seal = seal;
    }

    void add(ParticipantId to, Traffic kind, SessionMessage message, Talk.Guard guard) {
        (kind == Traffic.FILES ? files : pictures).add(new Waiting(to, message, guard));
        pump();
    }

    /** Sends while the line has room. */
    void pump() {
        while (room.getAsBoolean()) {
            Waiting next = pictures.isEmpty() ? files.poll() : pictures.poll();
            if (next == null) {
                return;
            }
            if (!next.guard().whileAllowed(() -> seal.accept(next.to(), next.message()))) {
                next.guard().dropped();
            }
        }
    }

    void forget(ParticipantId who) {
        pictures.removeIf(one -> one.to().equals(who));
        files.removeIf(one -> one.to().equals(who));
    }
}
