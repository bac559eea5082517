package org.beistand.communication.relay;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.transport.link.Link;

/** Reads from a link only while nothing speaks against it. May be used from any thread. */
final class ReadingGate {
    private final Link link;
    private final Set<Object> causes = new HashSet<>(); // guarded by itself
    private final AtomicInteger settling = new AtomicInteger();
    private boolean reading = true; // whoever settles

    ReadingGate(Link link) {
        this.link = link;
    }

    void hold(Object cause) {
        synchronized (causes) {
            causes.add(cause);
        }
        settle();
    }

    void release(Object cause) {
        synchronized (causes) {
            causes.remove(cause);
        }
        settle();
    }

    /** One at a time, without a lock held: the link may call back. The last one to come decides. */
    private void settle() {
        if (settling.getAndIncrement() > 0) {
            return;
        }
        do {
            boolean wanted;
            synchronized (causes) {
                wanted = causes.isEmpty();
            }
            if (wanted != reading) {
                reading = wanted;
                if (wanted) {
                    link.resume();
                } else {
                    link.pause();
                }
            }
        } while (settling.decrementAndGet() > 0);
    }
}
