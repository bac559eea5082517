package org.beistand.operator.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.beistand.crypto.secret.PasswordHash;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.TestClock;
import org.beistand.operator.number.CountedTries;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.Users;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open sessions. */
class SignInTest {
    private static final String PASSWORD = "correct horse battery";
    private static final PersonName NAME = new PersonName("Anna Weber");
    private static final String HERE = "192.0.2.7";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final PasswordWork work = new PasswordWork(2, 4, OperatorStage.CHEAP, new SecureRandom());
    private Database database;
    private Users users;
    private LocalAccounts accounts;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        users = new SqlUsers(database);
        accounts = new LocalAccounts(users, Factors.none(database, folder, clock), work, tries(5), tries(30), clock);
        added("anna", PASSWORD);
    }

    /** With a password that he has chosen himself. */
    private void added(String login, String password) {
        assertEquals(Optional.empty(), accounts.add(login, NAME, "a first " + password));
        assertEquals(Optional.empty(), accounts.choose(users.find(login).orElseThrow(), password));
    }

    private CountedTries tries(int atMost) {
        return new CountedTries(atMost, Duration.ofMinutes(5), 1000, clock);
    }

    @AfterEach
    void close() {
        work.close();
        database.close();
    }

    private SignInOutcome signIn(String login, String password) {
        return signIn(login, password, HERE);
    }

    private SignInOutcome signIn(String login, String password, String address) {
        try (Secret secret = Secret.of(password)) {
            return accounts.signIn(login, secret, address);
        }
    }

    private static SignInOutcome denied(Reason reason) {
        return new SignInOutcome.Denied(reason, Duration.ZERO);
    }

    @Test
    @Tag("001-45")
    @Tag("001-46")
    void needsTheRightPassword() {
        EntitledModerator anna = assertInstanceOf(SignInOutcome.Entitled.class, signIn("ANNA", PASSWORD))
                .moderator();
        assertEquals(Account.local("anna"), anna.account());
        assertEquals(NAME, anna.name());
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", PASSWORD + " "));
    }

    @Test
    void isRefusedToAnUnknownAndADisabledUserInTheSameWords() {
        accounts.enable("anna", false);
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", PASSWORD));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("nobody", PASSWORD));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("not a login\n", PASSWORD));
    }

    @Test
    void takesAsLongForAnUnknownUser() {
        // Each hashes once; the one thing that costs time. The bound is wide, because other programs run beside the
        // test.
        try (PasswordWork real = atFullCost();
                Secret wrong = Secret.of("wrong password")) {
            added("berta", PASSWORD);
            long known = fastest(() -> accounts.signIn("berta", wrong, "a"));
            long unknown = fastest(() -> accounts.signIn("nobody", wrong, "b"));
            assertTrue(unknown > known / 3 && unknown < known * 3, known + " and " + unknown + " ns");
        }
    }

    /** From now on everything that is hashed costs what it costs in a real server. */
    private PasswordWork atFullCost() {
        PasswordWork real = new PasswordWork(2, 4, PasswordHash.Cost.USUAL, new SecureRandom());
        accounts = new LocalAccounts(users, Factors.none(database, folder, clock), real, tries(5), tries(30), clock);
        return real;
    }

    private static long fastest(Runnable work) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long begin = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, System.nanoTime() - begin);
        }
        return fastest;
    }

    @Test
    void needsAPassword() {
        assertEquals(denied(Reason.PASSWORD_MISSING), signIn("anna", ""));
    }

    @Test
    void isLockedForAWhileAfterTooManyTriesEvenWithTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            signIn("anna", "wrong password", "address " + i);
        }
        assertEquals(
                new SignInOutcome.Denied(Reason.TOO_MANY_TRIES, Duration.ofMinutes(5)),
                signIn("Anna", PASSWORD, "another address"));
        clock.pass(Duration.ofMinutes(5));
        assertInstanceOf(SignInOutcome.Entitled.class, signIn("anna", PASSWORD));
    }

    @Test
    void isLockedForAnAddressThatTriesManyLogins() {
        for (int i = 0; i < 30; i++) {
            assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("guess" + i, "wrong password"));
        }
        assertEquals(
                Reason.TOO_MANY_TRIES,
                assertInstanceOf(SignInOutcome.Denied.class, signIn("anna", PASSWORD))
                        .reason());
        assertInstanceOf(SignInOutcome.Entitled.class, signIn("anna", PASSWORD, "another address"));
    }

    @Test
    void tellsWhoComesInACrowdThatTheServerIsBusyAndKeepsItsMemory() throws InterruptedException {
        ConcurrentLinkedQueue<SignInOutcome> outcomes = new ConcurrentLinkedQueue<>();
        List<Thread> crowd = new ArrayList<>();
        // A crowd is one while each of them takes his time.
        try (PasswordWork real = atFullCost()) {
            for (int i = 0; i < 40; i++) {
                String address = "address " + i;
                crowd.add(Thread.ofVirtual()
                        .start(() -> outcomes.add(signIn("somebody" + address.length(), PASSWORD, address))));
            }
            for (Thread one : crowd) {
                one.join();
            }
            assertEquals(40, outcomes.size());
            assertTrue(outcomes.contains(denied(Reason.SERVER_BUSY)), outcomes::toString);
            assertInstanceOf(SignInOutcome.Entitled.class, signIn("anna", PASSWORD));
        }
    }

    @Test
    void endsWithTheAccount() {
        EntitledModerator anna = assertInstanceOf(SignInOutcome.Entitled.class, signIn("anna", PASSWORD))
                .moderator();
        assertTrue(accounts.isStillEntitled(anna));
        accounts.enable("ANNA", false);
        assertFalse(accounts.isStillEntitled(anna));
        accounts.reset("anna", "another long password");
        assertFalse(accounts.isStillEntitled(anna), "a new password gives no access back");
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", "another long password"));
        accounts.enable("anna", true);
        assertFalse(accounts.isStillEntitled(anna), "the password must be changed first");
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", PASSWORD));
        assertInstanceOf(SignInOutcome.Asked.class, signIn("anna", "another long password"));
    }

    @Test
    void aPasswordIsLongAndNotTheLogin() {
        assertEquals(Optional.of(Reason.PASSWORD_WEAK), accounts.add("berta", NAME, "eleven char"));
        assertEquals(Optional.of(Reason.PASSWORD_WEAK), accounts.add("berta", NAME, "my name is BERTA"));
        assertEquals(Optional.of(Reason.PASSWORD_WEAK), accounts.reset("anna", "annaannaanna"));
        assertEquals(Optional.of(Reason.PASSWORD_MISSING), accounts.add("berta", NAME, ""));
        assertEquals(Optional.empty(), accounts.add("berta", NAME, "パスワードは十二文字以上"));
    }

    @Test
    void aLoginIsAWord() {
        for (String login : List.of("", " ", "a b", "-a", "a\tb", "x".repeat(41), "a/b", "a\u202Eb")) {
            assertEquals(Optional.of(Reason.LOGIN_UNSUITABLE), accounts.add(login, NAME, PASSWORD), login);
        }
        for (String login : List.of("a", "Anna.Weber", "anna@example.org", "花子", "x".repeat(40))) {
            assertEquals(Optional.empty(), accounts.add(login, NAME, PASSWORD), login);
        }
        assertEquals(Optional.of(Reason.USER_EXISTS), accounts.add("A", NAME, PASSWORD));
        assertEquals(Optional.of(Reason.USER_UNKNOWN), accounts.enable("zoe", false));
        assertEquals(Optional.of(Reason.USER_UNKNOWN), accounts.reset("zoe", PASSWORD));
    }

    @Test
    void nothingOfAPasswordIsStored() {
        try (PasswordWork real = atFullCost()) {
            added("berta", PASSWORD);
        }
        String stored = users.find("berta").orElseThrow().password();
        assertTrue(stored.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"), stored);
        assertFalse(users.find("berta").orElseThrow().toString().contains("argon2"));
    }
}
