package org.beistand.operator.server;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SealingKey;
import org.beistand.crypto.identity.SessionIssuer;
import org.beistand.crypto.identity.TicketSigner;
import org.beistand.crypto.secret.PasswordHash;
import org.beistand.operator.invite.InvitationDesk;
import org.beistand.operator.invite.InvitationText;
import org.beistand.operator.login.Administration;
import org.beistand.operator.login.Entitlements;
import org.beistand.operator.login.LocalAccounts;
import org.beistand.operator.login.PasswordWork;
import org.beistand.operator.login.Policy;
import org.beistand.operator.login.SecondFactors;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.mail.MailRoute;
import org.beistand.operator.number.CountedTries;
import org.beistand.operator.number.Guesses;
import org.beistand.operator.number.GuessingAlarm;
import org.beistand.operator.number.SessionNumbers;
import org.beistand.operator.report.ReportDesk;
import org.beistand.operator.session.CommunicationServers;
import org.beistand.operator.session.SessionDesk;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.Sessions;
import org.beistand.operator.store.SqlEntitlements;
import org.beistand.operator.store.SqlFactors;
import org.beistand.operator.store.SqlReports;
import org.beistand.operator.store.SqlSessions;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.SqlVouchings;
import org.beistand.operator.store.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator server put together. Made of what the outer world gives: a store, keys, time, chance and threads. */
public final class OperatorAssembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorAssembly.class);
    private static final int HASHES_AT_ONCE = 2;
    private static final int HASHES_WAITING = 32;
    private static final int KEYS = 20_000;
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final PasswordWork passwords;
    private final SessionDesk sessions;
    private final OperatorServer server;

    /** What this server proves itself and its moderators with. */
    public record Keys(Anchors anchors, Identity operator, Identity sessionIssuer, SealingKey sealing) {}

    /**
     * Time, chance and threads.
     *
     * @param work runs what may block
     * @param timer does nothing that may block
     */
    public record World(Clock clock, SecureRandom random, Executor work, ScheduledExecutorService timer) {}

    /**
     * What can be set.
     *
     * @param organisation whose installation it is
     * @param numberLife how long a number is good if nobody comes
     * @param perModerator living sessions of one moderator
     * @param policy what moderators must have
     * @param passwordCost of the hashes of our own users' passwords; nothing that an administrator sets
     */
    public record Settings(
            String organisation,
            Duration numberLife,
            int perModerator,
            Policy policy,
            PasswordHash.Cost passwordCost) {}

    /**
     * What is asked or used besides our own store.
     *
     * @param directory of the moderators' company, if there is one; it stays open
     * @param mail for invitations, if they are sent from here; it stays open
     */
    public record Neighbours(Optional<SignIns.Domain> directory, Optional<Mailing> mail) {
        public static final Neighbours NONE = new Neighbours(Optional.empty(), Optional.empty());
    }

    /**
     * How invitations are sent.
     *
     * @param perModerator in 24 hours
     */
    public record Mailing(MailRoute route, InvitationText text, int perModerator) {}

    public OperatorAssembly(Database database, Keys keys, Settings settings, Neighbours neighbours, World world) {
        Clock clock = world.clock();
        Sessions stored = new SqlSessions(database);
        passwords = new PasswordWork(HASHES_AT_ONCE, HASHES_WAITING, settings.passwordCost(), world.random());
        CountedTries triesByAddress = new CountedTries(30, Duration.ofMinutes(5), KEYS, clock);
        Users users = new SqlUsers(database);
        Policy policy = settings.policy();
        LocalAccounts accounts = new LocalAccounts(
                users,
                new SecondFactors(
                        new SqlFactors(database), keys.sealing(), policy.secondFactorRequired(), clock, world.random()),
                passwords,
                new CountedTries(5, Duration.ofMinutes(5), KEYS, clock),
                triesByAddress,
                clock);
        Entitlements entitlements =
                new Entitlements(new SqlEntitlements(database), users, policy.entitlementRequired(), clock);
        SignIns signIns = neighbours
                .directory()
                .map(domain -> SignIns.withDirectory(
                        domain,
                        accounts,
                        entitlements,
                        new CountedTries(domain.tries(), domain.window(), KEYS, clock),
                        triesByAddress,
                        clock))
                .orElseGet(() -> SignIns.local(accounts, entitlements));
        SqlVouchings vouchings = new SqlVouchings(database);
        CommunicationServers servers = new CommunicationServers();
        sessions = new SessionDesk(
                stored,
                vouchings,
                new SessionNumbers(stored, world.random()),
                servers,
                new SessionDesk.Credentials(
                        new SessionIssuer(keys.sessionIssuer(), clock, world.random()),
                        new TicketSigner(keys.operator())),
                new Guesses(clock, new GuessingAlarm(world.random(), clock.instant())),
                new SessionDesk.Rules(settings.organisation(), settings.numberLife(), settings.perModerator()),
                clock,
                world.random());
        server = new OperatorServer(
                keys.anchors(),
                new OperatorServer.Desks(
                        signIns,
                        new Administration(accounts, entitlements, policy),
                        sessions,
                        neighbours
                                .mail()
                                .map(mail -> new InvitationDesk(
                                        stored, mail.route(), mail.text(), mail.perModerator(), clock)),
                        new ReportDesk(new SqlReports(database), stored, vouchings),
                        servers),
                settings.organisation(),
                new Connection.Surroundings(
                        world.work(), world.timer(), clock, Duration.ofSeconds(15), Duration.ofMinutes(30)));
        world.timer()
                .scheduleWithFixedDelay(
                        () -> world.work().execute(this::sweep),
                        SWEEP.toMillis(),
                        SWEEP.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    public OperatorServer server() {
        return server;
    }

    private void sweep() {
        try {
            sessions.sweep();
        } catch (RuntimeException e) {
            // The next one may succeed; a number that lapsed is refused all the same.
            LOG.error("sessions could not be looked through", e);
        }
    }

    /** Ends the connections; the store stays open. */
    @Override
    public void close() {
        server.stop();
        passwords.close();
    }
}
