package org.beistand.operator.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.secret.PasswordHash;
import org.beistand.operator.invite.InvitationText;
import org.beistand.operator.login.Directory;
import org.beistand.operator.login.directory.ActiveDirectory;
import org.beistand.operator.login.kerberos.KerberosTickets;
import org.beistand.operator.mail.NotSent;
import org.beistand.operator.mail.SmtpRoute;
import org.beistand.operator.site.DirectorySite;
import org.beistand.operator.site.MailConfiguration;
import org.beistand.operator.site.OperatorConfiguration;
import org.beistand.operator.site.OperatorSite;
import org.beistand.operator.site.SiteRefused;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.StoreFailure;
import org.beistand.transport.listen.ListenFailed;
import org.beistand.transport.listen.Listener;
import org.beistand.transport.pipeline.Loops;
import org.beistand.transport.tls.TransportIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole operator server: it runs from {@link #start} to {@link #close}. */
public final class OperatorProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorProgram.class);
    private static final long PATIENCE_SECONDS = 10;

    private final String host;
    private final Loops loops;
    private final ExecutorService work;
    private final ScheduledExecutorService timer;
    private final Database database;
    private final Optional<ActiveDirectory> directory;
    private final Optional<KerberosTickets> tickets;
    private final Optional<SmtpRoute> mail;
    private final OperatorAssembly assembly;
    private final Listener listener;

    private OperatorProgram(OperatorSite site, Database database, Clock clock, SecureRandom random)
            throws ListenFailed {
        OperatorConfiguration configuration = site.configuration();
        this.database = database;
        host = configuration.listen().host();
        work = Executors.newVirtualThreadPerTaskExecutor();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("timer").factory());
        loops = new Loops(Runtime.getRuntime().availableProcessors());
        directory = site.directory().map(one -> new ActiveDirectory(one.settings(), clock, random));
        tickets = site.directory()
                .flatMap(DirectorySite::tickets)
                .map(keys -> new KerberosTickets(keys, site.identity().certificate()));
        mail = site.mail().map(one -> new SmtpRoute(one.settings(), clock, random));
        assembly = new OperatorAssembly(
                database,
                new OperatorAssembly.Keys(site.anchors(), site.identity(), site.sessionIssuer(), site.sealing()),
                new OperatorAssembly.Settings(
                        configuration.organisation(),
                        configuration.numberLife(),
                        configuration.sessionsPerModerator(),
                        configuration.policy(),
                        PasswordHash.Cost.USUAL),
                new OperatorAssembly.Neighbours(
                        directory.map(one -> site.directory().orElseThrow().domain(one, tickets)),
                        mail.map(one -> mailing(one, site))),
                new OperatorAssembly.World(clock, random, work, timer));
        try {
            listener = Listener.listen(
                    loops,
                    host,
                    configuration.listen().port(),
                    outer(site.identity(), site.anchors()),
                    Listener.Settings.usual(OperatorServer.atMost(), clock),
                    assembly.server()::accept);
        } catch (ListenFailed e) {
            mail.ifPresent(SmtpRoute::close);
            tickets.ifPresent(KerberosTickets::close);
            directory.ifPresent(ActiveDirectory::close);
            stopThreads();
            throw e;
        }
        directory.ifPresent(one -> work.execute(() -> look(one)));
        tickets.ifPresent(KerberosTickets::warmUp);
        mail.ifPresent(one -> work.execute(() -> look(one)));
    }

    private static OperatorAssembly.Mailing mailing(SmtpRoute route, OperatorSite site) {
        MailConfiguration mail = site.mail().orElseThrow().configuration();
        return new OperatorAssembly.Mailing(
                route,
                new InvitationText(site.configuration().organisation(), mail.timeZone(), mail.programPage()),
                mail.perModeratorAndDay());
    }

    /** Without mail the number is read out on the telephone. */
    private static void look(SmtpRoute mail) {
        try {
            mail.check();
        } catch (NotSent e) {
            LOG.error("invitations cannot be sent: {}: {}", e.reason(), e.getMessage());
        }
    }

    /** A directory that is away for the moment does not keep the server from starting: sessions run without it. */
    private static void look(ActiveDirectory directory) {
        try {
            directory.check();
        } catch (Directory.Unreachable e) {
            LOG.error("the directory cannot be asked: {}", e.getMessage());
        }
    }

    /**
     * Starts with what stands in the folder.
     *
     * @param folder of the site or of the operator server
     * @throws SiteRefused when it cannot start: keys, configuration, database or address
     */
    public static OperatorProgram start(Path folder, Clock clock, SecureRandom random) throws SiteRefused {
        OperatorSite site = OperatorSite.read(folder, clock.instant(), random);
        Database database;
        try {
            database = Database.open(site.database());
        } catch (StoreFailure e) {
            LOG.debug("the database cannot be opened", e);
            throw new SiteRefused(e.reason(), e.place());
        }
        try {
            return new OperatorProgram(site, database, clock, random);
        } catch (ListenFailed e) {
            database.close();
            LOG.debug("the server cannot listen", e);
            OperatorConfiguration.Listen listen = site.configuration().listen();
            throw new SiteRefused(e.reason(), listen.host() + ":" + listen.port());
        }
    }

    /** With whom and by what the outer connections are made; the anchors themselves do not travel. */
    public static TransportIdentity outer(Identity identity, Anchors anchors) {
        return new TransportIdentity(
                identity.key(),
                identity.chain().stream()
                        .filter(one -> !anchors.roots().contains(one))
                        .toList(),
                List.copyOf(anchors.roots()));
    }

    /** The address and port on which it listens. */
    public String address() {
        return host + ":" + port();
    }

    public int port() {
        return listener.localPort();
    }

    /** Lets nobody in any more, tells everybody, finishes what is being worked on, and closes the database in order. */
    @Override
    public void close() {
        assembly.close();
        listener.close();
        stopThreads();
        mail.ifPresent(SmtpRoute::close);
        tickets.ifPresent(KerberosTickets::close);
        directory.ifPresent(ActiveDirectory::close);
        database.close();
        LOG.info("the operator server has stopped");
    }

    private void stopThreads() {
        timer.shutdownNow();
        work.shutdown();
        try {
            if (!work.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                work.shutdownNow();
            }
        } catch (InterruptedException e) {
            work.shutdownNow();
            Thread.currentThread().interrupt();
        }
        loops.close();
    }
}
