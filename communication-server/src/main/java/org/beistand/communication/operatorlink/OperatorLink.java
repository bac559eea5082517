package org.beistand.communication.operatorlink;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.beistand.communication.report.Spool;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Declined;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.ServiceParty;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.transport.dial.DialFailed;
import org.beistand.transport.dial.Dialler;
import org.beistand.transport.link.Conversation;
import org.beistand.transport.link.Link;
import org.beistand.transport.link.MessageReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connection to the operator server.
 *
 * <pre>
 *  Apart ──dialled──▶ Offering ──Registered──▶ Joined
 *    ▲                    │ Declined, lost       │ lost
 *    └──── back-off ◀─────┴──────────────────────┘
 * </pre>
 *
 * All of it happens on the scheduler, whose one thread owns the state; the public methods may be called from any.
 */
public final class OperatorLink implements AutoCloseable {
    /** How long the operator server may take with a report before it is sent again. */
    static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(OperatorLink.class);

    private sealed interface Stage {}

    private record Apart() implements Stage {}

    private record Offering(Conversation<ServiceMessage, ServiceParty> talk) implements Stage {}

    private record Joined(Conversation<ServiceMessage, ServiceParty> talk) implements Stage {}

    private record Stopped() implements Stage {}

    private final Register offer;
    private final Endpoint operator;
    private final Dialler dialler;
    private final Anchors anchors;
    private final Spool spool;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Backoff backoff;
    private final LiveSessions sessions;
    private final Deliveries deliveries = new Deliveries();

    private Stage stage = new Apart();
    private boolean unreachable; // so that it is logged once

    /**
     * @param name of this server
     * @param address where clients reach it
     * @param scheduler of one thread
     */
    public OperatorLink(
            String name,
            Endpoint address,
            Endpoint operator,
            Dialler dialler,
            Anchors anchors,
            Spool spool,
            InstantSource clock,
            ScheduledExecutorService scheduler,
            RandomGenerator random,
            LiveSessions sessions) {
        this.offer = new Register(OperatorVocabulary.VERSION, name, address);
        this.operator = operator;
        this.dialler = dialler;
        this.anchors = anchors;
        this.spool = spool;
        this.clock = clock;
        this.scheduler = scheduler;
        this.backoff = new Backoff(random);
        this.sessions = sessions;
    }

    /** Dials, and goes on doing so until closed. */
    public void start() {
        spool.onFinished(session -> scheduler.execute(() -> {
            deliveries.add(session);
            deliver();
        }));
        spool.finished()
                .thenAcceptAsync(
                        all -> {
                            all.forEach(deliveries::add);
                            deliver();
                        },
                        scheduler);
        scheduler.execute(this::dial);
    }

    /** A session began, or somebody was let in for the first time. */
    public void began(SessionId session, boolean running) {
        tell(new Began(session, running));
    }

    /** The moderator lets nobody else in, or people again. */
    public void blocked(SessionId session, boolean blocked) {
        tell(new Blocked(session, blocked));
    }

    /** Whoever is not connected hears of it when it is. */
    private void tell(ServiceMessage message) {
        scheduler.execute(() -> {
            if (stage instanceof Joined joined) {
                joined.talk().send(message);
            }
        });
    }

    /** Completes when nothing is left to be handed over, or at once if there is nobody to hand it to. */
    public CompletableFuture<Void> drained() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        scheduler.execute(() -> {
            if (current().isPresent()) {
                deliveries.whenEmpty(() -> drained.complete(null));
            } else {
                drained.complete(null);
            }
        });
        return drained;
    }

    @Override
    public void close() {
        scheduler.execute(() -> {
            Stage last = stage;
            stage = new Stopped();
            switch (last) {
                case Offering offering -> offering.talk().close(Reason.SERVER_STOPPING);
                case Joined joined -> joined.talk().close(Reason.SERVER_STOPPING);
                case Apart apart -> {}
                case Stopped stopped -> {}
            }
        });
    }

    private void dial() {
        if (stage instanceof Apart) {
            dialler.dial(operator, ServiceVocabulary.TABLE.atMost()).whenCompleteAsync(this::dialled, scheduler);
        }
    }

    private void dialled(Link link, Throwable failure) {
        if (link == null) {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            tryAgain(cause instanceof DialFailed failed ? failed.reason() : Reason.INTERNAL);
        } else if (!(stage instanceof Apart)) {
            link.close(Reason.SERVER_STOPPING);
        } else if (anchors.verify(link.peer().certificates(), CertifiedRole.OPERATOR_SERVER, clock.instant())
                .isEmpty()) {
            link.close(Reason.SERVER_NOT_GENUINE);
            tryAgain(Reason.SERVER_NOT_GENUINE);
        } else {
            offer(new Conversation<>(link, ServiceVocabulary.TABLE, ServiceParty.OPERATOR_SERVER));
        }
    }

    private void offer(Conversation<ServiceMessage, ServiceParty> talk) {
        stage = new Offering(talk);
        talk.send(offer);
        talk.open(new MessageReceiver<>() {
            @Override
            public void received(ServiceMessage message) {
                later(() -> heard(talk, message));
            }

            @Override
            public void writable(boolean writable) {
                later(OperatorLink.this::deliver);
            }

            @Override
            public void closed(Reason reason) {
                later(() -> lost(talk, reason));
            }
        });
    }

    /** A connection may end after the server has; then there is nobody left to tell. */
    private void later(Runnable task) {
        try {
            scheduler.execute(task);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("After the end: {}", stopped.getMessage());
        }
    }

    private void heard(Conversation<ServiceMessage, ServiceParty> talk, ServiceMessage message) {
        if (current().filter(talk::equals).isEmpty()) {
            return; // said before it was lost
        }
        switch (message) {
            case Registered registered -> joined(talk);
            case Declined declined -> {
                LOG.error("The operator server does not want this server: {}", declined.reason());
                talk.close(declined.reason());
            }
            case Taken taken -> {
                deliveries.taken(taken.session());
                spool.forget(taken.session());
                deliver();
            }
            case Close close -> sessions.close(close.session(), close.reason());
            case Register register -> talk.close(Reason.PROTOCOL_VIOLATION);
            case Began began -> talk.close(Reason.PROTOCOL_VIOLATION);
            case Blocked blocked -> talk.close(Reason.PROTOCOL_VIOLATION);
            case Delivered delivered -> talk.close(Reason.PROTOCOL_VIOLATION);
        }
    }

    private void joined(Conversation<ServiceMessage, ServiceParty> talk) {
        if (stage instanceof Offering) {
            LOG.info("Registered with the operator server at {}", operator);
            unreachable = false;
            backoff.succeeded();
            stage = new Joined(talk);
            sessions.living().forEach(talk::send);
            scheduleAnotherTry(talk);
            deliver();
        }
    }

    private void lost(Conversation<ServiceMessage, ServiceParty> talk, Reason reason) {
        if (current().filter(talk::equals).isPresent()) {
            stage = new Apart();
            deliveries.lost();
            tryAgain(reason);
        }
    }

    private void tryAgain(Reason reason) {
        if (stage instanceof Apart) {
            if (!unreachable) {
                unreachable = true;
                LOG.warn("Not connected with the operator server at {}: {}; sessions go on", operator, reason);
            }
            scheduler.schedule(this::dial, backoff.failed().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Hands over as much as the operator server wants at once. */
    private void deliver() {
        if (!(stage instanceof Joined joined)) {
            return;
        }
        Instant now = clock.instant();
        while (joined.talk().isWritable()) {
            Optional<SessionId> next = deliveries.next(now);
            if (next.isEmpty()) {
                return;
            }
            deliver(joined, next.get());
        }
    }

    private void deliver(Joined joined, SessionId session) {
        spool.read(session)
                .thenAcceptAsync(
                        report -> {
                            if (report.isEmpty()) {
                                deliveries.taken(session);
                                deliver();
                            } else if (stage.equals(joined)) {
                                joined.talk().send(new Delivered(report.get()));
                            }
                        },
                        scheduler);
    }

    private void scheduleAnotherTry(Conversation<ServiceMessage, ServiceParty> talk) {
        scheduler.schedule(
                () -> {
                    if (current().filter(talk::equals).isPresent()) {
                        deliveries.overdue(clock.instant().minus(TAKEN_WITHIN));
                        deliver();
                        scheduleAnotherTry(talk);
                    }
                },
                TAKEN_WITHIN.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Optional<Conversation<ServiceMessage, ServiceParty>> current() {
        return switch (stage) {
            case Offering offering -> Optional.of(offering.talk());
            case Joined joined -> Optional.of(joined.talk());
            case Apart apart -> Optional.empty();
            case Stopped stopped -> Optional.empty();
        };
    }
}
