package org.beistand.communication.story;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.beistand.communication.admission.Admission;
import org.beistand.communication.relay.Reception;
import org.beistand.communication.report.Spool;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.communication.room.RoomWatch;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.crypto.identity.TicketSigner;
import org.beistand.crypto.identity.TicketVerifier;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Peer;
import org.beistand.transport.link.Watermarks;
import org.beistand.transport.memory.MemoryLink;
import org.beistand.transport.memory.MemoryNetwork;
import org.beistand.transport.memory.MemoryPair;

/** A communication server on a network in memory, its operator server's keys, and people who come. */
public final class House implements AutoCloseable {
    public static final String NAME = "communication-1";
    public static final Site SITE = new Site();
    private static final Identity OPERATOR = SITE.operator();
    public static final Peer DEVICE = peer(SITE.device());
    public static final Peer PACKAGE = peer(SITE.attendeePackage());
    public static final Peer SERVER = peer(SITE.communication());
    public static final Peer OPERATOR_SERVER = peer(OPERATOR);

    public final HandClock clock = new HandClock(Site.NOW);
    public final HandScheduler scheduler = new HandScheduler();
    public final MemoryNetwork network;
    public final Spool spool;
    public final Reception reception;
    public final List<String> watched = new ArrayList<>();
    /** The servers' ends of the connections, the oldest first. */
    public final List<MemoryLink> serverEnds = new ArrayList<>();

    public House(Path spool) throws SpoolUnusable {
        this(spool, Watermarks.USUAL);
    }

    public House(Path folder, Watermarks marks) throws SpoolUnusable {
        network = MemoryNetwork.with(marks);
        spool = Spool.open(folder, NAME, clock, Thread.ofPlatform().daemon().factory());
        reception = new Reception(
                new Admission(NAME, new TicketVerifier(OPERATOR.certificate()), SITE.anchors, clock),
                spool,
                clock,
                scheduler,
                new Watch());
    }

    public static Peer peer(Identity identity) {
        return new Peer(identity.chain(), InetSocketAddress.createUnresolved("192.0.2.1", 50000));
    }

    public Ticket ticket(SessionId session, Role role, String name) {
        byte[] id = new byte[16];
        SITE.random.nextBytes(id);
        return new Ticket(
                Octets.of(id),
                session,
                role,
                new PersonName(name),
                role == Role.ATTENDEE ? "" : "Mikroskope AG",
                NAME,
                clock.instant().plusSeconds(60));
    }

    public static SignedTicket signed(Ticket ticket) {
        return new TicketSigner(OPERATOR).sign(ticket);
    }

    /** Another session each time. */
    public static SessionId session() {
        return SessionId.random(SITE.random);
    }

    /** Connected, and has said nothing yet. */
    public Person stranger(Peer who) {
        MemoryPair pair = network.pair(who, SERVER);
        serverEnds.add(pair.second());
        reception.welcome(pair.second());
        return new Person(pair.first());
    }

    public Person moderator(SessionId session) {
        return come(session, Role.MODERATOR, "Martin Weber");
    }

    public Person attendee(SessionId session, String name) {
        return come(session, Role.ATTENDEE, name);
    }

    public Person come(SessionId session, Role role, String name) {
        Person person = stranger(role == Role.ATTENDEE ? PACKAGE : DEVICE);
        person.attach(signed(ticket(session, role, name)));
        settle();
        return person;
    }

    /** Came and was let in. */
    public Person guest(SessionId session, Person moderator, String name) {
        Person guest = attendee(session, name);
        moderator.say(new Admit(guest.id()));
        settle();
        return guest;
    }

    /** Until nothing is left to happen, neither on the network nor on the disk. */
    public void settle() {
        do {
            network.pump();
            spool.finished().join();
        } while (network.pump() > 0);
    }

    public void pass(Duration time) {
        clock.move(time);
        scheduler.pass(time);
        settle();
    }

    public SessionReport report(SessionId session) {
        settle();
        return spool.read(session).join().orElseThrow();
    }

    @Override
    public void close() {
        spool.close();
    }

    /** Remembers what it is told. */
    private final class Watch implements RoomWatch {
        @Override
        public void opened(SessionId session) {
            watched.add("opened");
        }

        @Override
        public void started(SessionId session) {
            watched.add("started");
        }

        @Override
        public void blocked(SessionId session, boolean blocked) {
            watched.add(blocked ? "blocked" : "open again");
        }

        @Override
        public void over(SessionId session) {
            watched.add("over");
        }
    }
}
