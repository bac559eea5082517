package org.beistand.communication.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Receiver;

/**
 * Somebody with a client program, honest or not, who remembers all that she hears. When she is told that it is over she hangs up,
 * as programs do, unless she has more to say. May be used from several threads.
 */
public final class Person implements Receiver {
    private final Link link;
    private final List<RelayMessage> heard = new ArrayList<>();
    private Optional<Reason> closed = Optional.empty();
    private Optional<ParticipantId> self = Optional.empty();
    private long envelopes;
    private boolean staying;

    public Person(Link link) {
        this.link = link;
        link.open(this);
    }

    /** Goes only when she is cut off. */
    public synchronized Person stays() {
        staying = true;
        return this;
    }

    public Link link() {
        return link;
    }

    public Person attach(SignedTicket ticket) {
        return say(new Attach(OperatorVocabulary.VERSION, ticket));
    }

    public Person say(RelayMessage message) {
        link.send(RelayVocabulary.TABLE.encode(message));
        return this;
    }

    public void say(Octets frame) {
        link.send(frame);
    }

    public void seal(Person to, Traffic kind, byte... sealed) {
        say(new Envelope(to.id(), kind, Octets.of(sealed)));
    }

    /** Waits politely before she sends. */
    public void whenWritable(Person to, Traffic kind, byte... sealed) {
        synchronized (this) {
            while (!link.isWritable()) {
                try {
                    wait(100);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
        seal(to, kind, sealed);
    }

    @Override
    public synchronized void writable(boolean writable) {
        notifyAll();
    }

    @Override
    public synchronized void received(Octets frame) {
        RelayMessage message = RelayVocabulary.TABLE.decode(frame, RelayParty.COMMUNICATION_SERVER);
        heard.add(message);
        if (message instanceof Envelope) {
            envelopes++;
        }
        notifyAll();
        if (message instanceof Ended end && !staying) {
            link.close(end.reason());
        }
    }

    @Override
    public synchronized void closed(Reason reason) {
        closed = Optional.of(reason);
        notifyAll();
    }

    /** All that she heard so far and was not asked for yet. */
    public synchronized List<RelayMessage> hears() {
        List<RelayMessage> all = List.copyOf(heard);
        all.forEach(this::id);
        heard.clear();
        return all;
    }

    public synchronized ParticipantId id() {
        heard.forEach(this::id);
        return self.orElseThrow();
    }

    public synchronized Optional<Reason> closed() {
        return closed;
    }

    /** The reason that she was told before the connection was closed. */
    public synchronized Optional<Reason> ended() {
        return heard.stream()
                .filter(Ended.class::isInstance)
                .map(one -> ((Ended) one).reason())
                .findFirst();
    }

    /** Waits for the first message of this type that was not asked for yet, as long as the test may. */
    public synchronized <M extends RelayMessage> M await(Class<M> type) throws InterruptedException {
        while (true) {
            for (RelayMessage one : heard) {
                if (type.isInstance(one)) {
                    id(one);
                    heard.remove(one);
                    return type.cast(one);
                }
            }
            wait();
        }
    }

    private void id(RelayMessage message) {
        if (message instanceof Attached attached) {
            self = Optional.of(attached.self());
        }
    }

    /** How many envelopes ever came. */
    public synchronized long envelopes() {
        return envelopes;
    }
}
