package org.beistand.communication;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.beistand.communication.admission.Admission;
import org.beistand.communication.operatorlink.LiveSessions;
import org.beistand.communication.operatorlink.OperatorLink;
import org.beistand.communication.relay.Reception;
import org.beistand.communication.report.Spool;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.communication.room.Room;
import org.beistand.communication.room.RoomState;
import org.beistand.communication.room.RoomWatch;
import org.beistand.crypto.identity.TicketVerifier;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.transport.dial.Ladder;
import org.beistand.transport.listen.ListenFailed;
import org.beistand.transport.listen.Listener;
import org.beistand.transport.pipeline.Loops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, running from {@link #start} until {@link #close}. // 001-124 */
public final class CommunicationServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommunicationServer.class);
    /** For each of the steps in which the server stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InstalledSite site;
    private final Spool spool;
    private final ScheduledThreadPoolExecutor scheduler;
    private final Loops loops;
    private final Reception reception;
    private final OperatorLink operatorLink;
    private final Listener listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param folder the server's own, as {@code beistand site} made it
     * @throws StartRefused for what a person can mend; nothing is left running then
     */
    public static CommunicationServer start(Path folder, InstantSource clock, RandomGenerator random)
            throws StartRefused {
        InstalledSite site = InstalledSite.read(folder, clock.instant());
        Spool spool;
        try {
            spool = Spool.open(
                    site.spool(),
                    site.configuration().name(),
                    clock,
                    Thread.ofPlatform().name("spool").daemon().factory());
        } catch (SpoolUnusable e) {
            throw new StartRefused(e.reason(), e.place().toString());
        }
        Loops loops = new Loops(Runtime.getRuntime().availableProcessors());
        try {
            return new CommunicationServer(site, spool, loops, clock, random);
        } catch (ListenFailed e) {
            loops.close();
            spool.close();
            throw new StartRefused(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    private CommunicationServer(
            InstalledSite site, Spool spool, Loops loops, InstantSource clock, RandomGenerator random)
            throws ListenFailed {
        CommunicationConfiguration configuration = site.configuration();
        this.site = site;
        this.spool = spool;
        this.loops = loops;
        scheduler = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("scheduler").daemon().factory());
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        Admission admission =
                new Admission(configuration.name(), new TicketVerifier(site.operator()), site.anchors(), clock);
        reception = new Reception(admission, spool, clock, scheduler, new Announcing());
        operatorLink = new OperatorLink(
                configuration.name(),
                configuration.publicAddress(),
                configuration.operator(),
                new Ladder(loops, site.outer(), clock),
                site.anchors(),
                spool,
                clock,
                scheduler,
                random,
                new Living());
        try {
            listener = Listener.listen(
                    loops,
                    configuration.listen().host(),
                    configuration.listen().port(),
                    site.outer(),
                    Listener.Settings.usual(RelayVocabulary.TABLE.atMost(), clock),
                    reception::welcome);
        } catch (ListenFailed e) {
            scheduler.shutdown();
            throw e;
        }
        operatorLink.start();
    }

    /** As in its certificate. */
    public String name() {
        return site.configuration().name();
    }

    /** The port on which it really listens. */
    public int port() {
        return listener.localPort();
    }

    /** Tells everybody that it stops, ends all sessions, writes their reports and hands over what it can. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        await(reception.stop());
        await(spool.finished()); // everything that was noted before is written now
        await(operatorLink.drained());
        operatorLink.close();
        await(scheduler.submit(() -> {})); // behind it
        listener.close();
        spool.close();
        scheduler.shutdown();
        loops.close();
        LOG.info("Stopped");
    }

    private static void await(Future<?> step) {
        try {
            step.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Stopping does not wait any longer for what is not done yet; it stays in the spool");
        } catch (ExecutionException e) {
            LOG.error("A step of stopping failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the operator server know. */
    private final class Announcing implements RoomWatch {
        @Override
        public void opened(SessionId session) {
            operatorLink.began(session, false);
        }

        @Override
        public void started(SessionId session) {
            operatorLink.began(session, true);
        }

        @Override
        public void blocked(SessionId session, boolean blocked) {
            operatorLink.blocked(session, blocked);
        }

        @Override
        public void over(SessionId session) {
            // Its report will say so.
        }
    }

    /** Lets the operator server ask. */
    private final class Living implements LiveSessions {
        @Override
        public List<ServiceMessage> living() {
            return reception.rooms().stream().flatMap(Living::words).toList();
        }

        private static Stream<ServiceMessage> words(Room room) {
            return switch (room.state()) {
                case RoomState.Living living ->
                    Stream.of(
                            new Began(room.session(), living instanceof RoomState.Running),
                            new Blocked(room.session(), living.lobby().blocked()));
                // Its report will say so.
                case RoomState.Closing closing -> Stream.of();
                case RoomState.Over over -> Stream.of();
            };
        }

        @Override
        public void close(SessionId session, Reason reason) {
            reception.close(session, reason);
        }
    }
}
