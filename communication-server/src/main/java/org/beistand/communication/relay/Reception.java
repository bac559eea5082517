package org.beistand.communication.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.beistand.communication.admission.Admission;
import org.beistand.communication.admission.Admitted;
import org.beistand.communication.admission.Verdict;
import org.beistand.communication.report.Journal;
import org.beistand.communication.report.Spool;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.communication.room.Room;
import org.beistand.communication.room.RoomWatch;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.transport.link.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives everybody who connects and brings her to her room. May be used from any thread. */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    /** Connections that have not shown a ticket yet. */
    private static final int MOST_STRANGERS = 2_000;

    private static final int MOST_ROOMS = 5_000;
    /** No ticket for a session that is over is still good after this. */
    private static final Duration REMEMBERED =
            Admission.TICKET_LIFE.plus(Admission.SKEW).multipliedBy(2);

    private final Admission admission;
    private final Spool spool;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final RoomWatch watch;

    private final Map<SessionId, Room> rooms = new ConcurrentHashMap<>();
    private final Set<Connection> strangers = ConcurrentHashMap.newKeySet();
    private final Set<SessionId> opening = new HashSet<>(); // guarded by itself
    private final Map<SessionId, Instant> over = new LinkedHashMap<>(); // guarded by opening
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile boolean stopping;

    /** @param watch is told of every room */
    public Reception(
            Admission admission,
            Spool spool,
            InstantSource clock,
            ScheduledExecutorService scheduler,
            RoomWatch watch) {
        this.admission = admission;
        this.spool = spool;
        this.clock = clock;
        this.scheduler = scheduler;
        this.watch = watch;
    }

    /** Somebody has connected, and proved by a certificate what she is. */
    public void welcome(Link link) {
        Connection connection = new Connection(link, this, scheduler);
        strangers.add(connection);
        link.open(connection);
        if (stopping) {
            connection.dismiss(Reason.SERVER_STOPPING);
        } else if (strangers.size() > MOST_STRANGERS) {
            connection.dismiss(Reason.SERVER_BUSY);
        }
    }

    /** The rooms in which there is still somebody. */
    public List<Room> rooms() {
        return List.copyOf(rooms.values());
    }

    /** The operator server wants this session to end. */
    public void close(SessionId session, Reason reason) {
        Optional.ofNullable(rooms.get(session)).ifPresent(room -> room.close(reason));
    }

    /**
     * Ends everything: this server is being stopped.
     *
     * @return completes when every room is over and its journal closed
     */
    public CompletableFuture<Void> stop() {
        stopping = true;
        strangers.forEach(one -> one.dismiss(Reason.SERVER_STOPPING));
        rooms.values().forEach(room -> room.close(Reason.SERVER_STOPPING));
        tellIfEmpty();
        return empty;
    }

    private void tellIfEmpty() {
        boolean none;
        synchronized (opening) {
            none = stopping && opening.isEmpty() && rooms.isEmpty();
        }
        if (none) {
            empty.complete(null);
        }
    }

    void attach(Connection connection, Attach attach) {
        switch (admission.judge(attach, connection.peer())) {
            case Verdict.Refusal refusal -> {
                LOG.info("Somebody from {} was refused: {}", connection.peer().address(), refusal.reason());
                connection.dismiss(refusal.reason());
            }
            case Verdict.Welcome welcome -> bring(welcome.person(), connection);
        }
    }

    void gone(Connection connection) {
        strangers.remove(connection);
    }

    private void bring(Admitted person, Connection connection) {
        strangers.remove(connection);
        Optional<Room> room = Optional.ofNullable(rooms.get(person.session()));
        if (room.isPresent()) {
            room.get().arrive(person, connection);
        } else if (person.role() == Role.MODERATOR) {
            open(person, connection);
        } else {
            connection.dismiss(
                    Reason.TICKET_REFUSED); // 001-29: she comes to where the moderator is waiting, or not at all
        }
    }

    /** Nobody is let in before the journal of the session is on disk. */
    private void open(Admitted moderator, Connection connection) {
        Optional<Reason> obstacle = reserve(moderator.session());
        if (obstacle.isPresent()) {
            connection.dismiss(obstacle.get());
            return;
        }
        spool.begin(moderator.session()).whenComplete((journal, failure) -> {
            if (journal == null) {
                forget(moderator.session());
                connection.dismiss(told(failure));
                tellIfEmpty();
            } else {
                opened(moderator, connection, journal);
            }
        });
    }

    private void opened(Admitted moderator, Connection connection, Journal journal) {
        Room room = new Room(moderator, journal, clock, scheduler, new Ending());
        rooms.put(moderator.session(), room);
        forget(moderator.session());
        room.open(connection);
        watch.opened(moderator.session());
        if (stopping) {
            room.close(Reason.SERVER_STOPPING);
        }
    }

    /** "The disk is full" would let her look at her own. */
    private static Reason told(Throwable failure) {
        Reason reason = failure instanceof SpoolUnusable unusable ? unusable.reason() : Reason.INTERNAL;
        return reason == Reason.DISK_FULL ? Reason.SERVER_CANNOT_STORE : reason;
    }

    private Optional<Reason> reserve(SessionId session) {
        Instant now = clock.instant();
        synchronized (opening) {
            over.values().removeIf(forgettable -> forgettable.isBefore(now));
            if (stopping) {
                return Optional.of(Reason.SERVER_STOPPING);
            }
            if (rooms.size() + opening.size() >= MOST_ROOMS) {
                return Optional.of(Reason.SERVER_BUSY);
            }
            return over.containsKey(session) || rooms.containsKey(session) || !opening.add(session)
                    ? Optional.of(Reason.TICKET_REFUSED)
                    : Optional.empty();
        }
    }

    private void forget(SessionId session) {
        synchronized (opening) {
            opening.remove(session);
        }
    }

    /** Passes on what is told, and lets go of rooms that are over. */
    private final class Ending implements RoomWatch {
        @Override
        public void opened(SessionId session) {
            watch.opened(session);
        }

        @Override
        public void started(SessionId session) {
            watch.started(session);
        }

        @Override
        public void blocked(SessionId session, boolean blocked) {
            watch.blocked(session, blocked);
        }

        @Override
        public void over(SessionId session) {
            synchronized (opening) {
                over.put(session, clock.instant().plus(REMEMBERED));
            }
            rooms.remove(session);
            watch.over(session);
            tellIfEmpty();
        }
    }
}
