package org.beistand.communication.relay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beistand.communication.room.Seat;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Link;

/**
 * The way to one receiver. Whoever sends to her while her link is not writable is held until it is again, so that what waits
 * here is bounded by the link's own limit and one frame of each sender. May be used from any thread.
 */
final class Outlet {
    private final Link link;
    private final Set<Seat> waiting = new HashSet<>(); // guarded by itself
    private boolean closed; // guarded by waiting

    Outlet(Link link) {
        this.link = link;
    }

    void pass(Octets frame, Seat sender) {
        link.send(frame);
        if (link.isWritable()) {
            return;
        }
        // Asked again behind the lock: if it is not writable now, being told of writable is still to come and finds the
        // sender.
        synchronized (waiting) {
            if (!closed && !link.isWritable()) {
                waiting.add(sender);
                sender.hold(this);
            }
        }
    }

    void writable() {
        released(false);
    }

    void closed() {
        released(true);
    }

    private void released(boolean forGood) {
        List<Seat> all;
        synchronized (waiting) {
            closed |= forGood;
            all = new ArrayList<>(waiting);
            waiting.clear();
        }
        all.forEach(seat -> seat.release(this));
    }
}
