package org.beistand.transport.listen;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Counts who is at the door and who is inside. Forgets an address when nobody from there is left. */
final class Door {
    private final ListenLimits limits;
    private final Tally knocking = new Tally();
    private final Tally inside = new Tally();

    Door(ListenLimits limits) {
        this.limits = limits;
    }

    synchronized boolean knocks(InetAddress from) {
        return knocking.add(from, limits.handshakes(), limits.handshakesPerAddress());
    }

    /** He who knocked is proved; false if there is no place inside. Either way he knocks no longer. */
    synchronized boolean enters(InetAddress from) {
        knocking.remove(from);
        return inside.add(from, limits.links(), limits.linksPerAddress());
    }

    synchronized void givesUp(InetAddress from) {
        knocking.remove(from);
    }

    synchronized void leaves(InetAddress from) {
        inside.remove(from);
    }

    private static final class Tally {
        private final Map<InetAddress, Integer> perAddress = new HashMap<>();
        private int all;

        boolean add(InetAddress address, int atMost, int atMostPerAddress) {
            int there = perAddress.getOrDefault(address, 0);
            if (all >= atMost || there >= atMostPerAddress) {
                return false;
            }
            perAddress.put(address, there + 1);
            all++;
            return true;
        }

        void remove(InetAddress address) {
            perAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
            all--;
        }
    }
}
