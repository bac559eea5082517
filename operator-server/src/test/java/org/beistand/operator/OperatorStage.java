package org.beistand.operator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.crypto.identity.SealingKey;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.crypto.secret.PasswordHash;
import org.beistand.operator.login.Policy;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.server.OperatorAssembly;
import org.beistand.operator.store.Database;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.PasswordNeeded;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.value.PersonName;
import org.beistand.transport.link.Peer;
import org.beistand.transport.memory.MemoryNetwork;
import org.beistand.transport.memory.MemoryPair;

/**
 * An operator server with a real database file, real keys and real passwords, on links in memory. Its clock and timer stand
 * until the test moves them.
 */
public final class OperatorStage implements AutoCloseable {
    public static final String ORGANISATION = "Optik Süd";
    public static final Duration NUMBER_LIFE = Duration.ofMinutes(30);

    /** How long the answer about a number takes. */
    public static final Duration SLOT = Duration.ofMillis(250);

    /** Real Argon2, as light as it gets: what these tests prove does not depend on how long it takes. */
    public static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(64, 1, 1);

    private static final Policy OPEN = new Policy(false, false, true);

    /** How long the server works on whatever it hears. */
    public Duration slowness = Duration.ZERO;

    public final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    public final TestTimer timer = new TestTimer(clock);
    public final MemoryNetwork network = MemoryNetwork.immediate();
    private final SecureRandom random = new SecureRandom();
    private final Identity operator;
    private final Identity issuer;
    private final SiteAuthority authority;
    private final SealingKey sealing;
    private final Policy policy;
    private final Path folder;
    private final OperatorAssembly.Neighbours neighbours;
    private Database database;
    private OperatorAssembly assembly;

    /** With a policy that asks moderators for nothing but a password of their own. */
    public OperatorStage(Path folder) {
        this(folder, OPEN, any -> OperatorAssembly.Neighbours.NONE);
    }

    /** @param directory made with the clock of this stage */
    public OperatorStage(Path folder, Function<Clock, Optional<SignIns.Domain>> directory) {
        this(folder, OPEN, clock -> new OperatorAssembly.Neighbours(directory.apply(clock), Optional.empty()));
    }

    public OperatorStage(Path folder, Policy policy) {
        this(folder, policy, any -> OperatorAssembly.Neighbours.NONE);
    }

    /** With a way out for invitations. */
    public OperatorStage(Path folder, OperatorAssembly.Mailing mailing) {
        this(folder, OPEN, any -> new OperatorAssembly.Neighbours(Optional.empty(), Optional.of(mailing)));
    }

    private OperatorStage(Path folder, Policy policy, Function<Clock, OperatorAssembly.Neighbours> neighbours) {
        this.folder = folder;
        this.policy = policy;
        this.neighbours = neighbours.apply(clock);
        authority = SiteAuthority.create(ORGANISATION, clock, random);
        operator = authority.issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("localhost"));
        issuer = authority.issue(CertifiedRole.SESSION_ISSUER, "sessions");
        sealing = sealing();
        database = Database.open(folder);
        assembly = assemble(this::work);
    }

    private void work(Runnable task) {
        clock.pass(slowness);
        task.run();
    }

    private SealingKey sealing() {
        try {
            Path file = folder.resolve("second-factor.key");
            Anchors anchors = Anchors.of(authority.certificate());
            SealingKey.write(file, anchors, random);
            return SealingKey.read(file, anchors, random);
        } catch (IOException | KeyRefused e) {
            throw new IllegalStateException(e);
        }
    }

    private OperatorAssembly assemble(Executor work) {
        return new OperatorAssembly(
                database,
                new OperatorAssembly.Keys(Anchors.of(authority.certificate()), operator, issuer, sealing),
                new OperatorAssembly.Settings(ORGANISATION, NUMBER_LIFE, 20, policy, CHEAP),
                neighbours,
                new OperatorAssembly.World(clock, random, work, timer));
    }

    /** Ends the server and begins anew with the same folder. */
    public void restart() {
        assembly.close();
        database.close();
        database = Database.open(folder);
        assembly = assemble(this::work);
    }

    public SiteAuthority authority() {
        return authority;
    }

    public Identity operator() {
        return operator;
    }

    public Database database() {
        return database;
    }

    public SecureRandom random() {
        return random;
    }

    /** A user is added and chooses a password of his own, as at every first sign-in. */
    public void introduce(String login, PersonName name, String password) {
        String first = "first of " + password;
        Caller administrator = call(CertifiedRole.ADMINISTRATOR).greeted();
        administrator.ask(new AddUser(login, name, first), Done.class);
        administrator.hangUp();
        Caller moderator = call(CertifiedRole.MODERATOR_DEVICE).greeted();
        moderator.ask(new SignIn(login, first), PasswordNeeded.class);
        moderator.say(new ChoosePassword(password));
        moderator.hangUp();
    }

    /** The other end of a new connection, as this role, from this address. */
    public Caller call(CertifiedRole role, String name, String address) {
        return new Caller(pair(identity(role, name), address), () -> timer.pass(SLOT));
    }

    public Caller call(CertifiedRole role) {
        return call(role, "ks1", "192.0.2.7");
    }

    public ServiceCaller communicationServer(String name) {
        return new ServiceCaller(pair(identity(CertifiedRole.COMMUNICATION_SERVER, name), "192.0.2.20"));
    }

    private Identity identity(CertifiedRole role, String name) {
        return switch (role) {
            case SITE_AUTHORITY -> authority.identity();
            case OPERATOR_SERVER, COMMUNICATION_SERVER -> authority.issueServer(role, name, List.of("localhost"));
            case MODERATOR_DEVICE, ATTENDEE_PACKAGE, ADMINISTRATOR, AUDITOR, SESSION_ISSUER ->
                authority.issue(role, name);
            case SESSION_MODERATOR -> throw new IllegalArgumentException("made by the server itself");
        };
    }

    private MemoryPair pair(Identity who, String address) {
        MemoryPair pair = network.pair(
                new Peer(who.chain(), new InetSocketAddress(address, 40_000)),
                new Peer(operator.chain(), new InetSocketAddress("192.0.2.1", 2000)));
        assembly.server().accept(pair.second());
        return pair;
    }

    @Override
    public void close() {
        assembly.close();
        database.close();
    }
}
