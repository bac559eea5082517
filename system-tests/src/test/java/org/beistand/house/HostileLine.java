package org.beistand.house;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.dial.Dialler;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Peer;
import org.beistand.transport.link.Receiver;

/**
 * What a communication server could do to one person: it sees every frame of hers in the clear of the outer connection, and
 * does to envelopes on their way to her whatever a test wants.
 */
public final class HostileLine {
    /** Every frame that went by, both ways. */
    public final List<Octets> seen = new CopyOnWriteArrayList<>();

    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile Function<Envelope, List<Envelope>> trick = List::of;

    /** From now on each envelope to her becomes these. */
    public void play(Function<Envelope, List<Envelope>> trick) {
        this.trick = trick;
    }

    /** As when her program is killed: nothing more comes from her side. */
    public void cut() {
        links.forEach(link -> link.close(Reason.CONNECTION_LOST));
    }

    public Dialler between(Dialler dialler) {
        return new Dialler() {
            @Override
            public CompletableFuture<Link> dial(Endpoint server, int atMost) {
                return dialler.dial(server, atMost).thenApply(Tapped::new);
            }
        };
    }

    public boolean carried(byte[] content) {
        return seen.stream().anyMatch(frame -> contains(frame.toArray(), content));
    }

    private static boolean contains(byte[] frame, byte[] content) {
        outer:
        for (int i = 0; i <= frame.length - content.length; i++) {
            for (int j = 0; j < content.length; j++) {
                if (frame[i + j] != content[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    private final class Tapped implements Link {
        private final Link link;

        Tapped(Link link) {
            this.link = link;
            links.add(link);
        }

        @Override
        public void send(Octets frame) {
            seen.add(frame);
            link.send(frame);
        }

        @Override
        public void open(Receiver receiver) {
            link.open(new Receiver() {
                @Override
                public void received(Octets frame) {
                    seen.add(frame);
                    pass(frame, receiver);
                }

                @Override
                public void writable(boolean writable) {
                    receiver.writable(writable);
                }

                @Override
                public void closed(Reason reason) {
                    receiver.closed(reason);
                }
            });
        }

        private void pass(Octets frame, Receiver receiver) {
            RelayMessage message;
            try {
                message = RelayVocabulary.TABLE.decode(frame, RelayParty.COMMUNICATION_SERVER);
            } catch (MalformedMessage ofTheOperatorServer) {
                receiver.received(frame);
                return;
            }
            if (message instanceof Envelope envelope) {
                trick.apply(envelope).forEach(one -> receiver.received(RelayVocabulary.TABLE.encode(one)));
            } else {
                receiver.received(frame);
            }
        }

        @Override
        public boolean isWritable() {
            return link.isWritable();
        }

        @Override
        public void pause() {
            link.pause();
        }

        @Override
        public void resume() {
            link.resume();
        }

        @Override
        public void close(Reason reason) {
            link.close(reason);
        }

        @Override
        public Peer peer() {
            return link.peer();
        }
    }
}
