package org.beistand.operator.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.TestClock;
import org.beistand.operator.number.CountedTries;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.SqlUsers;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two realms behind one door: accounts of our own and a directory, and nothing falls from the one into the other. */
class RealmsTest {
    private static final String OURS = "correct horse battery";
    private static final String THEIRS = "another long password";
    private static final String SID = "S-1-5-21-1-2-3-1105";
    private static final Realms REALMS =
            new Realms(Set.of("Clinic", "clinic.example"), Set.of("clinic.example"), Realms.Plain.DIRECTORY);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final PasswordWork work = new PasswordWork(2, 4, OperatorStage.CHEAP, new SecureRandom());
    private final FakeDirectory directory = new FakeDirectory();
    private Database database;
    private LocalAccounts accounts;
    private SignIns signIns;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        CountedTries byAddress = tries(30);
        accounts = new LocalAccounts(
                new SqlUsers(database), Factors.none(database, folder, clock), work, tries(5), byAddress, clock);
        assertEquals(Optional.empty(), accounts.add("anna", new PersonName("Anna Weber"), "a first " + OURS));
        assertEquals(Optional.empty(), accounts.choose(accounts.find("anna").orElseThrow(), OURS));
        directory.add(
                SID,
                THEIRS,
                new DirectoryName.Plain("anna"),
                new DirectoryName.Principal("anna", "clinic.example"),
                new DirectoryName.Principal("a.weber", "clinic.example"));
        signIns = signIns(REALMS, byAddress);
    }

    private SignIns signIns(Realms realms, CountedTries byAddress) {
        return SignIns.withDirectory(
                new SignIns.Domain(realms, directory, 4, Duration.ofMinutes(30), Optional.empty()),
                accounts,
                Factors.noEntitlementNeeded(database, clock),
                tries(4),
                byAddress,
                clock);
    }

    private CountedTries tries(int atMost) {
        return new CountedTries(atMost, Duration.ofMinutes(30), 1000, clock);
    }

    @AfterEach
    void close() {
        work.close();
        database.close();
    }

    private SignInOutcome signIn(String typed, String password) {
        try (Secret secret = Secret.of(password)) {
            return signIns.signIn(typed, secret, "192.0.2.7");
        }
    }

    private EntitledModerator entitled(String typed, String password) {
        return assertInstanceOf(SignInOutcome.Entitled.class, signIn(typed, password))
                .moderator();
    }

    private static SignInOutcome denied(Reason reason) {
        return new SignInOutcome.Denied(reason, Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anna", "CLINIC\\anna", "clinic.Example\\anna", "anna@Clinic.example", "a.weber@clinic.example"})
    @Tag("001-45")
    void everySpellingOfADirectoryNameIsTheSamePerson(String typed) {
        assertEquals(Account.directory(SID), entitled(typed, THEIRS).account());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "CLINIC\\anna", "anna@clinic.example"})
    void whatTheDirectoryRefusesIsNotTriedOnTheAccountsOfOurOwn(String typed) {
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn(typed, OURS));
        directory.reachable = false;
        assertEquals(denied(Reason.DIRECTORY_UNREACHABLE), signIn(typed, OURS));
    }

    @Test
    void whatTheAccountsRefuseIsNotTriedOnTheDirectory() {
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn(".\\anna", THEIRS));
        assertEquals(List.of(), directory.asked);
        EntitledModerator ours = entitled(".\\ANNA", OURS);
        assertEquals(Account.local("anna"), ours.account());
        assertNotEquals(entitled("anna", THEIRS).account(), ours.account());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OTHER\\anna", "\\anna", "..\\anna", "clinic\\x\\anna"})
    void aForeignDomainIsNobodys(String typed) {
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn(typed, THEIRS));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn(typed, OURS));
    }

    @Test
    void plainNamesCanBelongToTheAccountsOfOurOwn() {
        signIns = signIns(new Realms(REALMS.domains(), REALMS.suffixes(), Realms.Plain.LOCAL), tries(30));
        assertEquals(Account.local("anna"), entitled("anna", OURS).account());
        assertEquals(Account.directory(SID), entitled("clinic\\anna", THEIRS).account());
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna@elsewhere.example", OURS));
    }

    @Test
    void withoutADirectoryEveryNameIsOneOfOurs() {
        signIns = SignIns.local(accounts, Factors.noEntitlementNeeded(database, clock));
        assertEquals(Account.local("anna"), entitled("anna", OURS).account());
        assertEquals(Account.local("anna"), entitled(".\\anna", OURS).account());
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("clinic\\anna", OURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", ".\\anna", "OTHER\\anna"})
    void anEmptyPasswordReachesNobody(String typed) {
        assertEquals(denied(Reason.PASSWORD_MISSING), signIn(typed, ""));
        assertEquals(List.of(), directory.asked);
    }

    @ParameterizedTest
    @CsvSource({
        "DISABLED,SIGN_IN_REFUSED",
        "LOCKED,SIGN_IN_REFUSED",
        "OTHER_WORKSTATION,SIGN_IN_REFUSED",
        "EXPIRED,ACCOUNT_EXPIRED",
        "PASSWORD_EXPIRED,PASSWORD_CHANGE_NEEDED",
        "PASSWORD_MUST_CHANGE,PASSWORD_CHANGE_NEEDED",
        "OUTSIDE_HOURS,OUTSIDE_HOURS"
    })
    void aPersonHearsWhyOnlyIfHerPasswordIsRight(Directory.Verdict verdict, Reason reason) {
        directory.otherVerdicts.put(SID, verdict);
        assertEquals(denied(reason), signIn("anna", THEIRS));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", "wrong"));
    }

    @Test
    void somebodyOutsideTheGroupsHearsItAfterTheRightPasswordOnly() {
        directory.standings.put(SID, Directory.Standing.NOT_IN_GROUP);
        assertEquals(denied(Reason.NOT_A_MODERATOR), signIn("anna", THEIRS));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", "wrong"));
        directory.standings.remove(SID);
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", THEIRS));
    }

    @Test
    void theDirectoryIsAskedAboutNobodyToo() {
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("zoe", THEIRS));
        assertEquals(List.of("nobody"), directory.asked);
    }

    @Test
    void spellingsTogetherGetNoMoreTriesThanOneAndTheDomainDoesNotCountOn() {
        signIn("anna", "wrong");
        signIn("Clinic\\anna", "wrong");
        signIn("anna@clinic.example", "wrong");
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("a.weber@clinic.example", "wrong"));
        // The same person by her other name: no try is left, which sounds like a wrong password.
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("a.weber@clinic.example", THEIRS));
        assertEquals(List.of(SID, SID, SID, SID, "nobody"), directory.asked);
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("anna", "wrong"));
        assertEquals(new SignInOutcome.Denied(Reason.TOO_MANY_TRIES, Duration.ofMinutes(30)), signIn("anna", THEIRS));
        clock.pass(Duration.ofMinutes(30));
        entitled("anna", THEIRS);
    }

    @Test
    @Tag("001-16")
    void whoLeavesTheGroupOpensNothingMore() {
        EntitledModerator anna = entitled("anna", THEIRS);
        assertEquals(Optional.empty(), signIns.refusal(anna));
        directory.standings.put(SID, Directory.Standing.NOT_IN_GROUP);
        assertEquals(Optional.of(Reason.SIGN_IN_NEEDED), signIns.refusal(anna));
        directory.reachable = false;
        assertEquals(Optional.of(Reason.DIRECTORY_UNREACHABLE), signIns.refusal(anna));
    }

    @Test
    @Tag("001-16")
    void aDirectoryThatCannotBeAskedIsTrustedForFiveMinutes() {
        EntitledModerator anna = entitled("anna", THEIRS);
        directory.reachable = false;
        clock.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertEquals(Optional.empty(), signIns.refusal(anna));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Optional.of(Reason.DIRECTORY_UNREACHABLE), signIns.refusal(anna));
        directory.reachable = true;
        assertEquals(Optional.empty(), signIns.refusal(anna));
    }

    @Test
    void aModeratorOfAnotherRealmIsNotFoundByHisName() {
        EntitledModerator theirs = entitled("anna", THEIRS);
        assertEquals(
                Optional.of(Reason.SIGN_IN_NEEDED),
                SignIns.local(accounts, Factors.noEntitlementNeeded(database, clock))
                        .refusal(theirs));
    }
}
