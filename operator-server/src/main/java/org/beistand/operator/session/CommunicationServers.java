package org.beistand.operator.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.value.Endpoint;

/** The communication servers that are connected now. A new session goes to the one whose turn it is. */
public final class CommunicationServers {
    /** A server's connection. */
    public interface Line {
        void say(ServiceMessage message);

        /** Another connection of the same server has taken its place. */
        void replaced();
    }

    /**
     * A server that offers itself.
     *
     * @param name as in its certificate
     * @param address where clients reach it
     */
    public record Offer(String name, Endpoint address, Line line) {}

    // In the order of turns: who was picked goes to the end.
    private final LinkedHashMap<String, Offer> byName = new LinkedHashMap<>();

    public void register(Offer offer) {
        Offer before;
        synchronized (this) {
            before = byName.put(offer.name(), offer);
        }
        if (before != null) {
            before.line().replaced();
        }
    }

    /** Forgets the offer unless a newer one of the same server has taken its place. */
    public synchronized void unregister(Offer offer) {
        byName.remove(offer.name(), offer);
    }

    synchronized Optional<Offer> pick() {
        Map.Entry<String, Offer> next = byName.pollFirstEntry();
        if (next == null) {
            return Optional.empty();
        }
        byName.put(next.getKey(), next.getValue());
        return Optional.of(next.getValue());
    }

    /** Says it to that server if it is connected; it asks again when it comes back. */
    void tell(String name, ServiceMessage message) {
        Optional<Offer> offer;
        synchronized (this) {
            offer = Optional.ofNullable(byName.get(name));
        }
        offer.ifPresent(one -> one.line().say(message));
    }
}
