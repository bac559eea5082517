package org.beistand.communication.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.communication.admission.Admitted;
import org.beistand.communication.report.Journal;
import org.beistand.communication.report.JournalEntry;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the steps of one session. May be called from any thread: events stand in a queue and happen one by one, on the
 * thread that finds the queue idle, and nobody ever waits for another. Envelopes do not come here: their senders look up the
 * receiver in {@link #routes}, which is replaced as a whole when somebody comes or goes.
 */
public final class Room {
    /** How long somebody may wait for the moderator's answer. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    /** How long somebody who has to go is still heard. */
    static final Duration LAST_WORDS = Duration.ofSeconds(5);
    /** How much traffic the report can miss if this server is killed. */
    static final Duration COUNTING = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final SessionId session;
    private final Journal journal;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final RoomWatch watch;
    private final RoomStep first;

    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    // Changed only by the event that is happening.
    private final Map<ParticipantId, Seat> seats = new HashMap<>();
    private final Map<ParticipantId, Seat> parting = new HashMap<>();
    private final Map<ParticipantId, List<TrafficCount>> counted = new HashMap<>();
    private final List<Seat> held = new ArrayList<>();
    private volatile RoomState state;
    private volatile Map<ParticipantId, Seat> routes = Map.of();

    public Room(
            Admitted moderator,
            Journal journal,
            InstantSource clock,
            ScheduledExecutorService scheduler,
            RoomWatch watch) {
        this.session = moderator.session();
        this.journal = journal;
        this.clock = clock;
        this.scheduler = scheduler;
        this.watch = watch;
        this.first = RoomStep.opened(moderator);
        this.state = first.next();
    }

    /** The moderator comes in. Called once, and before anything else. */
    public void open(Seat moderator) {
        happen(() -> carryOut(first, Optional.of(moderator)));
        scheduleCounting();
    }

    public SessionId session() {
        return session;
    }

    /** A snapshot. */
    public RoomState state() {
        return state;
    }

    /** Everybody who can receive envelopes right now. */
    public Map<ParticipantId, Seat> routes() {
        return routes;
    }

    /** Somebody came with a good ticket for this session. */
    public void arrive(Admitted person, Seat seat) {
        happen(() -> step(new RoomEvent.Arrived(person), Optional.of(seat)));
    }

    public void said(ParticipantId who, RelayMessage message) {
        happen(() -> step(new RoomEvent.Said(who, message), Optional.empty()));
    }

    public void lost(ParticipantId who, Reason reason) {
        happen(() -> step(new RoomEvent.Lost(who, reason), Optional.empty()));
    }

    public void close(Reason reason) {
        happen(() -> step(new RoomEvent.Closed(reason), Optional.empty()));
    }

    private void happen(Runnable event) {
        events.add(event);
        if (waiting.getAndIncrement() > 0) {
            return; // whoever is at it will do this too
        }
        do {
            Runnable next = events.poll();
            try {
                if (next != null) {
                    next.run();
                }
            } catch (RuntimeException e) {
                LOG.error("An event of session {} failed", session, e);
            }
        } while (waiting.decrementAndGet() > 0);
    }

    private void step(RoomEvent event, Optional<Seat> newcomer) {
        RoomStep step = RoomStep.of(state, event);
        state = step.next();
        carryOut(step, newcomer);
    }

    private void carryOut(RoomStep step, Optional<Seat> newcomer) {
        for (RoomEffect effect : step.effects()) {
            switch (effect) {
                case RoomEffect.Seated seated -> newcomer.ifPresent(seat -> seated(seated.member(), seat));
                case RoomEffect.TurnedBack turned -> newcomer.ifPresent(seat -> seat.dismiss(turned.reason()));
                case RoomEffect.LetIn letIn -> letIn(letIn.who());
                case RoomEffect.Gone gone -> gone(gone.who(), gone.reason());
                case RoomEffect.Parting goes -> goes(goes.who(), goes.reason());
                case RoomEffect.Parted parted -> parted(parted.who());
                case RoomEffect.Tell tell -> seat(tell.to()).ifPresent(seat -> seat.tell(tell.message()));
                case RoomEffect.Testified testified -> testified(testified.witness(), testified.stated());
                case RoomEffect.BlockChanged change -> watch.blocked(session, change.blocked());
                case RoomEffect.Started started -> watch.started(session);
                case RoomEffect.Finished finished -> finished(finished.reason());
            }
        }
        held.forEach(seat -> seat.release(this));
        held.clear();
    }

    private void seated(Member member, Seat seat) {
        ParticipantId id = member.id();
        seats.put(id, seat);
        Admitted person = member.person();
        journal.note(new JournalEntry.Came(id, person.role(), person.name(), person.organisation(), now()));
        seat.taken(this, member);
        seat.tell(new Attached(id));
        scheduler.schedule(
                () -> happen(() -> step(new RoomEvent.LobbyTimedOut(id), Optional.empty())),
                LONGEST_WAIT.toMillis(),
                TimeUnit.MILLISECONDS);
        LOG.info("Session {}: participant {} has come as {}", session, id, person.role());
    }

    private void letIn(ParticipantId who) {
        seat(who).ifPresent(seat -> {
            // Her answer to what she is about to hear must not overtake what the others are about to hear of her.
            seat.hold(this);
            held.add(seat);
            Map<ParticipantId, Seat> more = new HashMap<>(routes);
            more.put(who, seat);
            routes = Map.copyOf(more);
            journal.note(new JournalEntry.WasLetIn(who, now()));
            LOG.info("Session {}: participant {} is in", session, who);
        });
    }

    private void gone(ParticipantId who, Reason reason) {
        leftPlace(who, reason).ifPresent(seat -> seat.dismiss(reason));
    }

    private void goes(ParticipantId who, Reason reason) {
        leftPlace(who, reason).ifPresent(seat -> {
            parting.put(who, seat);
            seat.part(reason);
            scheduler.schedule(
                    () -> happen(() -> step(new RoomEvent.LastWordsOver(who), Optional.empty())),
                    LAST_WORDS.toMillis(),
                    TimeUnit.MILLISECONDS);
        });
    }

    private void parted(ParticipantId who) {
        Seat seat = parting.remove(who);
        if (seat != null) {
            seat.close(Reason.SESSION_ENDED);
        }
    }

    /** No envelopes from now on, and noted. */
    private Optional<Seat> leftPlace(ParticipantId who, Reason reason) {
        Seat seat = seats.remove(who);
        if (seat == null) {
            return Optional.empty();
        }
        Map<ParticipantId, Seat> fewer = new HashMap<>(routes);
        fewer.remove(who);
        routes = Map.copyOf(fewer);
        counted.remove(who);
        journal.note(new JournalEntry.Went(who, reason, seat.traffic(), now()));
        LOG.info("Session {}: participant {} is gone: {}", session, who, reason);
        return Optional.of(seat);
    }

    private void testified(ParticipantId witness, Stated stated) {
        journal.hear(new Testimony(witness, stated.said(), now(), stated.statement()));
        if (journal.isCrowded()) {
            Optional.ofNullable(parting.get(witness)).or(() -> seat(witness)).ifPresent(seat -> {
                seat.hold(journal);
                journal.whenCalm(() -> seat.release(journal));
            });
        }
    }

    private void finished(Reason reason) {
        journal.close(new JournalEntry.Closed(reason, now()));
        watch.over(session);
        LOG.info("Session {} is over: {}", session, reason);
    }

    private void scheduleCounting() {
        scheduler.schedule(() -> happen(this::count), COUNTING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void count() {
        if (state instanceof RoomState.Over) {
            return;
        }
        seats.forEach((who, seat) -> {
            List<TrafficCount> now = seat.traffic();
            if (!now.equals(counted.put(who, now)) && !now.isEmpty()) {
                journal.note(new JournalEntry.Counted(who, now, now()));
            }
        });
        scheduleCounting();
    }

    private Optional<Seat> seat(ParticipantId id) {
        return Optional.ofNullable(seats.get(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
