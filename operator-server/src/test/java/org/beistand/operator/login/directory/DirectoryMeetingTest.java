package org.beistand.operator.login.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.Caller;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.TestClock;
import org.beistand.operator.login.Factors;
import org.beistand.operator.login.LocalAccounts;
import org.beistand.operator.login.PasswordWork;
import org.beistand.operator.login.Realms;
import org.beistand.operator.login.SignInOutcome;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.number.CountedTries;
import org.beistand.operator.store.SqlUsers;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderators of a directory on a whole operator server. */
class DirectoryMeetingTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private EmbeddedDirectory embedded;
    private SiteAuthority authority;
    private ActiveDirectory directory;
    private OperatorStage stage;

    @BeforeEach
    void start() throws Exception {
        TestClock made = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
        authority = SiteAuthority.create("Clinic", made, random);
        embedded = new EmbeddedDirectory(
                authority.issueServer(CertifiedRole.OPERATOR_SERVER, "dc1", List.of("localhost")));
        embedded.person("Anna Weber", "anna", PASSWORD);
        embedded.group("Support", EmbeddedDirectory.dn("Anna Weber"));
        stage = new OperatorStage(folder, clock -> Optional.of(domain(clock)));
        stage.communicationServer("ks1").registered("ks1");
    }

    private SignIns.Domain domain(Clock clock) {
        directory = new ActiveDirectory(
                new DirectorySettings(
                        "clinic.test",
                        List.of(embedded.ldaps()),
                        DirectorySettings.Security.LDAPS,
                        List.of(authority.certificate()),
                        EmbeddedDirectory.SERVICE,
                        Secret.of(EmbeddedDirectory.SERVICE_PASSWORD),
                        EmbeddedDirectory.BASE,
                        List.of("Support"),
                        DirectorySettings.Limits.USUAL),
                clock,
                random);
        Realms realms = new Realms(Set.of("clinic"), Set.of("clinic.test"), Realms.Plain.DIRECTORY);
        return new SignIns.Domain(realms, directory, 4, Duration.ofMinutes(30), Optional.empty());
    }

    @AfterEach
    void stop() {
        stage.close();
        directory.close();
        embedded.close();
    }

    private Caller moderator() {
        return stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
    }

    private OpenSession open() {
        return new OpenSession(SessionKey.generate(random).certificationRequest());
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason, Duration.ZERO);
    }

    @Test
    @Tag("001-15")
    @Tag("001-16")
    @Tag("001-45")
    void openSessionsUntilTheyLeaveTheGroup() throws Exception {
        Caller anna = moderator();
        assertEquals(
                new PersonName("Anna Weber"),
                anna.ask(new SignIn("CLINIC\\anna", PASSWORD), SignedIn.class).name());
        anna.ask(open(), SessionOpened.class);
        embedded.set("Support", "member");
        assertEquals(refused(Reason.SIGN_IN_NEEDED), anna.ask(open(), Refused.class));
        assertEquals(
                refused(Reason.NOT_A_MODERATOR), anna.ask(new SignIn("anna@clinic.test", PASSWORD), Refused.class));
    }

    @Test
    void openNothingMoreWhenTheDirectoryIsAwayForLong() {
        Caller anna = moderator();
        anna.ask(new SignIn("anna", PASSWORD), SignedIn.class);
        embedded.stop();
        anna.ask(open(), SessionOpened.class);
        assertEquals(
                refused(Reason.DIRECTORY_UNREACHABLE), moderator().ask(new SignIn("anna", PASSWORD), Refused.class));
        stage.clock.pass(Duration.ofMinutes(5));
        assertEquals(refused(Reason.DIRECTORY_UNREACHABLE), anna.ask(open(), Refused.class));
    }

    @Test
    void areTheSameInEverySpellingWhenTheirSessionsAreCounted() {
        String[] spellings = {"anna", "ANNA", "Clinic\\anna", "anna@clinic.test"};
        for (int i = 0; i < 20; i++) {
            Caller anna = moderator();
            anna.ask(new SignIn(spellings[i % spellings.length], PASSWORD), SignedIn.class);
            anna.ask(open(), SessionOpened.class);
        }
        Caller anna = moderator();
        anna.ask(new SignIn("anna", PASSWORD), SignedIn.class);
        assertEquals(refused(Reason.NO_NUMBER_FREE), anna.ask(open(), Refused.class));
    }

    @Test
    @Tag("001-16")
    void areTwoPeopleEvenIfTheyHaveOneName() throws Exception {
        embedded.person("Anna Weber 2", "weber.anna", PASSWORD);
        embedded.set("Anna Weber 2", "displayName", "Anna Weber");
        embedded.set("Support", "member", EmbeddedDirectory.dn("Anna Weber"), EmbeddedDirectory.dn("Anna Weber 2"));
        Caller anna = moderator();
        Caller other = moderator();
        assertEquals(
                anna.ask(new SignIn("anna", PASSWORD), SignedIn.class).name(),
                other.ask(new SignIn("weber.anna", PASSWORD), SignedIn.class).name());
        for (int i = 0; i < 20; i++) {
            anna.ask(open(), SessionOpened.class);
        }
        assertEquals(refused(Reason.NO_NUMBER_FREE), anna.ask(open(), Refused.class));
        other.ask(open(), SessionOpened.class);
        embedded.set("Support", "member", EmbeddedDirectory.dn("Anna Weber 2"));
        assertEquals(refused(Reason.SIGN_IN_NEEDED), anna.ask(open(), Refused.class));
        other.ask(open(), SessionOpened.class);
    }

    /** Whatever is the matter with an account, or if there is none: the same answer, after the same questions. */
    @Test
    void tellAStrangerNothing() throws Exception {
        List<String> names = new ArrayList<>(List.of("anna", "nobody", "o(b)rien*", "x".repeat(200)));
        for (String code : List.of("530", "531", "532", "533", "701", "773", "775")) {
            embedded.person("Person " + code, "person" + code, PASSWORD);
            embedded.state("Person " + code, code);
            names.add("person" + code);
        }
        embedded.person("Outsider", "outsider", PASSWORD);
        names.add("outsider");
        moderator().ask(new SignIn("anna", PASSWORD), SignedIn.class);
        for (String name : names) {
            int before = embedded.binds();
            assertEquals(
                    refused(Reason.SIGN_IN_REFUSED),
                    moderator().ask(new SignIn(name, "a wrong password"), Refused.class),
                    name);
            assertEquals(1, embedded.binds() - before, name);
        }
    }

    @Test
    void comeAllInAtOnceInTheMorning() throws Exception {
        for (int i = 0; i < 200; i++) {
            embedded.person("m" + i, PASSWORD);
        }
        String[] members = new String[200];
        for (int i = 0; i < members.length; i++) {
            members[i] = EmbeddedDirectory.dn("m" + i);
        }
        embedded.set("Support", "member", members);
        try (PasswordWork work = new PasswordWork(1, 1, OperatorStage.CHEAP, random);
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            CountedTries tries = new CountedTries(1000, Duration.ofMinutes(5), 1000, stage.clock);
            LocalAccounts accounts = new LocalAccounts(
                    new SqlUsers(stage.database()),
                    Factors.none(stage.database(), folder, stage.clock),
                    work,
                    tries,
                    tries,
                    stage.clock);
            SignIns signIns = SignIns.withDirectory(
                    new SignIns.Domain(
                            new Realms(Set.of(), Set.of(), Realms.Plain.DIRECTORY),
                            directory,
                            4,
                            Duration.ofMinutes(30),
                            Optional.empty()),
                    accounts,
                    Factors.noEntitlementNeeded(stage.database(), stage.clock),
                    tries,
                    tries,
                    stage.clock);
            List<Future<SignInOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String name = "m" + i;
                outcomes.add(crowd.submit(() -> {
                    try (Secret password = Secret.of(PASSWORD)) {
                        return signIns.signIn(name, password, name);
                    }
                }));
            }
            for (Future<SignInOutcome> one : outcomes) {
                SignInOutcome outcome = one.get();
                assertInstanceOf(SignInOutcome.Entitled.class, outcome, outcome::toString);
            }
        }
    }
}
