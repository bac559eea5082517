package org.beistand.communication.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.beistand.communication.room.Member;
import org.beistand.communication.room.Room;
import org.beistand.communication.room.Seat;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayParty;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.Peer;
import org.beistand.transport.link.Receiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection.
 *
 * <pre>
 *  Stranger ──Attach──▶ Arriving ──taken──▶ Seated ──▶ Gone
 *      └───────────────────┴── refused, lost, too late ──▲
 * </pre>
 */
final class Connection implements Receiver, Seat {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    /** How long a stranger may say nothing. */
    static final Duration ATTACH_WITHIN = Duration.ofSeconds(10);
    /** How long a receiver may take nothing more. */
    static final Duration STALLED_AT_MOST = Duration.ofSeconds(30);

    private sealed interface Stage {}

    private record Stranger() implements Stage {}

    /** The ticket was good; the room is being made or asked. */
    private record Arriving() implements Stage {}

    private record Seated(Room room, ParticipantId self, RelayParty party) implements Stage {}

    private record Gone() implements Stage {}

    private final Link link;
    private final Reception reception;
    private final ScheduledExecutorService scheduler;
    private final ReadingGate gate;
    private final Outlet outlet;
    private final Meter meter = new Meter();
    private final LongAdder dropped = new LongAdder();
    private final Future<?> attachDeadline;
    private volatile Stage stage = new Stranger();
    private Optional<Future<?>> stalled = Optional.empty(); // the link's thread

    Connection(Link link, Reception reception, ScheduledExecutorService scheduler) {
        this.link = link;
        this.reception = reception;
        this.scheduler = scheduler;
        this.gate = new ReadingGate(link);
        this.outlet = new Outlet(link);
        this.attachDeadline =
                scheduler.schedule(this::tooLateToAttach, ATTACH_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    Peer peer() {
        return link.peer();
    }

    @Override
    public void received(Octets frame) {
        try {
            switch (stage) {
                case Stranger stranger -> attach(decode(frame, RelayParty.STRANGER));
                case Arriving arriving -> throw new MalformedMessage("too early");
                case Seated seated -> heard(seated, decode(frame, seated.party()), frame);
                case Gone gone -> {}
            }
        } catch (MalformedMessage e) {
            fail(Reason.PROTOCOL_VIOLATION);
        }
    }

    private static RelayMessage decode(Octets frame, RelayParty party) {
        return RelayVocabulary.TABLE.decode(frame, party);
    }

    private void attach(RelayMessage message) {
        if (!(message instanceof Attach attach)) {
            throw new MalformedMessage("a stranger can only attach");
        }
        attachDeadline.cancel(false);
        if (moved(new Arriving())) {
            reception.attach(this, attach);
        }
    }

    private void heard(Seated seated, RelayMessage message, Octets frame) {
        var routes = seated.room().routes();
        if (!(message instanceof Envelope envelope) || !routes.containsKey(seated.self())) {
            seated.room().said(seated.self(), message);
            return;
        }
        int sealed = envelope.sealed().length();
        meter.sent(envelope.kind(), sealed);
        Seat receiver = routes.get(envelope.other());
        if (receiver == null || envelope.other().equals(seated.self())) {
            dropped.increment();
            return;
        }
        receiver.pass(Forwarding.from(seated.self(), frame), envelope.kind(), sealed, this);
    }

    @Override
    public void pass(Octets frame, Traffic kind, int sealed, Seat sender) {
        meter.received(kind, sealed);
        outlet.pass(frame, sender);
    }

    @Override
    public void writable(boolean writable) {
        stalled.ifPresent(alarm -> alarm.cancel(false));
        if (writable) {
            stalled = Optional.empty();
            outlet.writable();
        } else {
            stalled = Optional.of(
                    scheduler.schedule(this::stillStalled, STALLED_AT_MOST.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    @Override
    public void closed(Reason reason) {
        attachDeadline.cancel(false);
        stalled.ifPresent(alarm -> alarm.cancel(false));
        Stage last;
        synchronized (this) {
            last = stage;
            stage = new Gone();
        }
        outlet.closed();
        reception.gone(this);
        if (last instanceof Seated seated) {
            seated.room().lost(seated.self(), ours(reason));
        }
        if (dropped.sum() > 0) {
            LOG.info("{} envelopes from {} were for somebody who was not there", dropped.sum(), peer().address());
        }
    }

    @Override
    public void taken(Room room, Member member) {
        RelayParty party = member.person().role() == Role.MODERATOR ? RelayParty.MODERATOR : RelayParty.GUEST;
        if (!moved(new Seated(room, member.id(), party))) {
            room.lost(member.id(), Reason.CONNECTION_LOST); // gone while she was being taken
        }
    }

    @Override
    public void tell(RelayMessage message) {
        link.send(RelayVocabulary.TABLE.encode(message));
    }

    @Override
    public void dismiss(Reason reason) {
        moved(new Gone());
        fail(reason);
    }

    @Override
    public void part(Reason reason) {
        tell(new Ended(reason));
    }

    @Override
    public void close(Reason reason) {
        moved(new Gone());
        link.close(reason);
    }

    @Override
    public void hold(Object cause) {
        gate.hold(cause);
    }

    @Override
    public void release(Object cause) {
        gate.release(cause);
    }

    @Override
    public List<TrafficCount> traffic() {
        return meter.counts();
    }

    /** Ends the connection; the room hears of it when the link is closed. */
    private void fail(Reason reason) {
        tell(new Ended(reason));
        link.close(reason);
    }

    private void tooLateToAttach() {
        if (stage instanceof Stranger) {
            fail(Reason.TOO_SLOW);
        }
    }

    private void stillStalled() {
        if (!link.isWritable()) {
            link.close(Reason.TOO_SLOW);
        }
    }

    private synchronized boolean moved(Stage next) {
        if (stage instanceof Gone) {
            return false;
        }
        stage = next;
        return true;
    }

    /** What the other side gives as its reason is only its word; the report says what was seen here. */
    private static Reason ours(Reason reason) {
        return reason == Reason.TOO_SLOW || reason == Reason.PROTOCOL_VIOLATION ? reason : Reason.CONNECTION_LOST;
    }
}
