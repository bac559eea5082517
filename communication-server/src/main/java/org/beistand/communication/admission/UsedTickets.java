package org.beistand.communication.admission;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beistand.protocol.wire.Octets;

/** Remembers each ticket until it would be refused for its age. May be used from any thread. */
final class UsedTickets {
    /** What can happen when a ticket is to be remembered. */
    enum Remembered {
        FIRST_USE,
        USED_BEFORE,
        NO_ROOM
    }

    private final int most;
    /** In the order of use; since all tickets live equally long, about the order in which they can be forgotten, too. */
    private final Map<Octets, Instant> forgettable = new LinkedHashMap<>();

    UsedTickets(int most) {
        this.most = most;
    }

    /** @param after when the ticket itself is too old to be accepted */
    synchronized Remembered remember(Octets ticket, Instant after, Instant now) {
        var oldest = forgettable.values().iterator();
        while (oldest.hasNext() && oldest.next().isBefore(now)) {
            oldest.remove();
        }
        if (forgettable.containsKey(ticket)) {
            return Remembered.USED_BEFORE;
        }
        if (forgettable.size() >= most) {
            return Remembered.NO_ROOM;
        }
        forgettable.put(ticket, after);
        return Remembered.FIRST_USE;
    }
}
