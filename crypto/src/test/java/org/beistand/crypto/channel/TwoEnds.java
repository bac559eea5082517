package org.beistand.crypto.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/** Two ends of a channel and the relay between them, which can be told to misbehave. For the tests of all modules. */
public final class TwoEnds {
    /** One end, what came of its steps, and what waits for it at the relay. */
    public static final class End {
        public final SealedChannel channel;
        public final List<ChannelEvent> events = new ArrayList<>();
        public final Deque<Octets> waiting = new ArrayDeque<>();
        public final List<Octets> sent = new ArrayList<>();

        End(SealedChannel channel) {
            this.channel = channel;
        }

        public Optional<ChannelEvent.Established> established() {
            return only(ChannelEvent.Established.class);
        }

        public Optional<Reason> broken() {
            return only(ChannelEvent.Broken.class).map(ChannelEvent.Broken::reason);
        }

        public List<Octets> opened() {
            return events.stream()
                    .filter(ChannelEvent.Opened.class::isInstance)
                    .map(event -> ((ChannelEvent.Opened) event).plain())
                    .toList();
        }

        private <E> Optional<E> only(Class<E> type) {
            List<E> found =
                    events.stream().filter(type::isInstance).map(type::cast).toList();
            if (found.size() > 1) {
                throw new AssertionError("told twice: " + type);
            }
            return found.stream().findFirst();
        }
    }

    public final End moderator;
    public final End guest;
    private UnaryOperator<Octets> relay = UnaryOperator.identity();

    public TwoEnds(SealedChannel moderator, SealedChannel guest) {
        this.moderator = new End(moderator);
        this.guest = new End(guest);
    }

    /** What the relay does to every flight of the handshake, told apart by counting. */
    public void relay(UnaryOperator<Octets> misbehaviour) {
        relay = misbehaviour;
    }

    public TwoEnds shakeHands() {
        done(moderator, guest, moderator.channel.start());
        done(guest, moderator, guest.channel.start());
        settle();
        return this;
    }

    public void settle() {
        while (!moderator.waiting.isEmpty() || !guest.waiting.isEmpty()) {
            if (!moderator.waiting.isEmpty()) {
                deliver(moderator, moderator.waiting.remove());
            }
            if (!guest.waiting.isEmpty()) {
                deliver(guest, guest.waiting.remove());
            }
        }
    }

    public void deliver(End to, Octets sealed) {
        done(to, to == moderator ? guest : moderator, to.channel.received(sealed));
    }

    private void done(End by, End other, List<ChannelEvent> events) {
        by.events.addAll(events);
        for (ChannelEvent event : events) {
            if (event instanceof ChannelEvent.ToSend(Sealed sealed)) {
                by.sent.add(sealed.bytes());
                other.waiting.add(relay.apply(sealed.bytes()));
            }
        }
    }
}
