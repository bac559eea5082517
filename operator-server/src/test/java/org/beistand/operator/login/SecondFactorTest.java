package org.beistand.operator.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beistand.crypto.secret.Secret;
import org.beistand.crypto.secret.TimeCode;
import org.beistand.operator.Authenticator;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.TestClock;
import org.beistand.operator.number.CountedTries;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.SqlFactors;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.Users;
import org.beistand.protocol.operator.FactorState;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that somebody saw is not enough: passwords of one's own, authenticators and recovery codes. */
@Tag("001-114")
class SecondFactorTest {
    private static final String FIRST = "written on a note";
    private static final String OWN = "correct horse battery";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final PasswordWork work = new PasswordWork(2, 4, OperatorStage.CHEAP, new SecureRandom());
    private Database database;
    private Users users;
    private LocalAccounts accounts;
    private SignIns door;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        users = new SqlUsers(database);
        accounts = accounts(Factors.none(database, folder, clock));
        door = SignIns.local(accounts, Factors.noEntitlementNeeded(database, clock));
        assertEquals(Optional.empty(), accounts.add("anna", new PersonName("Anna Weber"), FIRST));
    }

    private LocalAccounts accounts(SecondFactors factors) {
        return new LocalAccounts(users, factors, work, tries(), tries(), clock);
    }

    private CountedTries tries() {
        return new CountedTries(5, Duration.ofMinutes(5), 1000, clock);
    }

    @AfterEach
    void close() {
        work.close();
        database.close();
    }

    private SignInOutcome signIn(String password) {
        try (Secret secret = Secret.of(password)) {
            return door.signIn("anna", secret, "192.0.2.7");
        }
    }

    private LocalSignIn asked(SignInOutcome outcome) {
        return assertInstanceOf(SignInOutcome.Asked.class, outcome).signIn();
    }

    private LocalSignIn asked(SignInOutcome outcome, Class<? extends LocalSignIn.Question> what) {
        LocalSignIn signIn = asked(outcome);
        assertInstanceOf(what, signIn.question());
        return signIn;
    }

    private SignInOutcome code(LocalSignIn signIn, String typed) {
        return door.goOn(signIn, new LocalSignIn.Reply.Code(typed));
    }

    private SignInOutcome choose(LocalSignIn signIn, String password) {
        return door.goOn(signIn, new LocalSignIn.Reply.Password(password));
    }

    private static void entitled(SignInOutcome outcome) {
        assertInstanceOf(SignInOutcome.Entitled.class, outcome);
    }

    private static SignInOutcome denied(Reason reason) {
        return new SignInOutcome.Denied(reason, Duration.ZERO);
    }

    private static Duration refused(Reason reason, SignInOutcome outcome) {
        SignInOutcome.Denied denied = assertInstanceOf(SignInOutcome.Denied.class, outcome);
        assertEquals(reason, denied.reason());
        return denied.pause();
    }

    private void choseHisOwn() {
        entitled(choose(asked(signIn(FIRST), LocalSignIn.Question.NewPassword.class), OWN));
    }

    private Authenticator enrolled() {
        choseHisOwn();
        assertEquals(Optional.empty(), accounts.requireFactor("anna", true));
        LocalSignIn signIn = asked(signIn(OWN));
        LocalSignIn.Question.Authenticator offer =
                assertInstanceOf(LocalSignIn.Question.Authenticator.class, signIn.question());
        Secret secret = Authenticator.typed(offer.secret());
        assertEquals(TimeCode.SECRET_BYTES, secret.length());
        assertEquals("anna", offer.login());
        asked(code(signIn, TimeCode.at(secret, clock.instant())), LocalSignIn.Question.Codes.class);
        List<String> codes = ((LocalSignIn.Question.Codes) signIn.question()).codes();
        assertEquals(10, codes.size());
        entitled(door.goOn(signIn, new LocalSignIn.Reply.Noted()));
        clock.pass(Duration.ofSeconds(30));
        return new Authenticator(secret, codes);
    }

    @Test
    @Tag("001-46")
    void aFirstPasswordIsGoodForChoosingAnother() {
        LocalSignIn signIn = asked(signIn(FIRST), LocalSignIn.Question.NewPassword.class);
        assertEquals(denied(Reason.PASSWORD_SAME), choose(signIn, FIRST));
        assertEquals(denied(Reason.PASSWORD_WEAK), choose(signIn, "short"));
        assertEquals(denied(Reason.PASSWORD_WEAK), choose(signIn, "i am Anna and i know it"));
        assertEquals(denied(Reason.PASSWORD_COMMON), choose(signIn, "Password!!2026"));
        assertEquals(denied(Reason.PASSWORD_MISSING), choose(signIn, ""));
        entitled(choose(signIn, OWN));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn(FIRST));
        entitled(signIn(OWN));
        assertEquals(Optional.empty(), accounts.reset("anna", FIRST));
        asked(signIn(FIRST), LocalSignIn.Question.NewPassword.class);
    }

    @Test
    void whatEverybodyThinksOfIsNoPassword() {
        for (String common : List.of(
                "passwort1234",
                "123456789012",
                "qwertzuiop12",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "ＰＡＳＳＷＯＲＤ１２３４",
                "!!willkommen!!",
                "onmlkjihgfed",
                "1q2w3e4r5t6z")) {
            Optional<Reason> refusal = PasswordRule.check("anna", common);
            assertEquals(Optional.of(Reason.PASSWORD_COMMON), refusal, common);
        }
        for (String good : List.of("correct horse battery", "drei kleine Katzen", "猫は三匹いて窓の外を見ています")) {
            assertEquals(Optional.empty(), PasswordRule.check("anna", good), good);
        }
    }

    @Test
    void onceSetUpTheCodeIsAskedAfterTheRightPasswordOnly() {
        Authenticator authenticator = enrolled();
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("not the right one"));
        LocalSignIn signIn = asked(signIn(OWN), LocalSignIn.Question.Code.class);
        entitled(code(signIn, authenticator.code(clock.instant())));
        assertEquals(FactorState.ACTIVE, accounts.list().getFirst().factor());
    }

    @Test
    void aCodeIsGoodOnce() {
        Authenticator authenticator = enrolled();
        String code = authenticator.code(clock.instant());
        LocalSignIn one = asked(signIn(OWN));
        LocalSignIn other = asked(signIn(OWN));
        entitled(code(one, code));
        refused(Reason.CODE_WRONG, code(other, code));
        refused(
                Reason.CODE_WRONG,
                code(other, authenticator.code(clock.instant().minusSeconds(30))));
        entitled(code(other, authenticator.code(clock.instant().plusSeconds(30))));
    }

    @Test
    void aRecoveryCodeIsGoodOnceAndStoredOnlyAsAHash() throws Exception {
        Authenticator authenticator = enrolled();
        String code = authenticator.recovery().get(3);
        entitled(code(asked(signIn(OWN)), code.toLowerCase(java.util.Locale.ROOT)));
        LocalSignIn again = asked(signIn(OWN));
        refused(Reason.CODE_WRONG, code(again, code));
        entitled(code(again, authenticator.recovery().get(4)));
        assertEquals(
                8,
                new SqlFactors(database).find("anna").orElseThrow().recovery().size());
        database.force();
        String hex = java.util.HexFormat.of().formatHex(authenticator.secret().lend(byte[]::clone));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".mv.db")).toList()) {
                String stored = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertTrue(stored.contains("anna"), "it is not compressed");
                assertFalse(stored.contains(hex));
                authenticator.recovery().forEach(one -> assertFalse(stored.contains(one.replace("-", ""))));
            }
        }
    }

    @Test
    void wrongCodesLockTheSecondFactorForEverLongerAlsoAcrossNewSignIns() {
        Authenticator authenticator = enrolled();
        LocalSignIn signIn = asked(signIn(OWN));
        assertEquals(Duration.ZERO, refused(Reason.CODE_WRONG, code(signIn, "000000")));
        assertEquals(Duration.ZERO, refused(Reason.CODE_WRONG, code(signIn, "nonsense")));
        assertEquals(Duration.ofSeconds(30), refused(Reason.CODE_WRONG, code(signIn, "000001")));
        assertEquals(
                Duration.ofSeconds(30),
                refused(Reason.TOO_MANY_TRIES, code(signIn, authenticator.code(clock.instant()))),
                "not even the right one is looked at");
        clock.pass(Duration.ofSeconds(30));
        LocalSignIn anew = asked(signIn(OWN));
        assertEquals(Duration.ofMinutes(1), refused(Reason.CODE_WRONG, code(anew, "000002")));
        clock.pass(Duration.ofMinutes(1));
        entitled(code(anew, authenticator.code(clock.instant())));
        assertEquals(Duration.ZERO, refused(Reason.CODE_WRONG, code(asked(signIn(OWN)), "000003")));
    }

    /** Somebody who knows the password tries as often as he is let for a year. */
    @Test
    void aCodeCannotBeGuessed() {
        Duration passed = Duration.ZERO;
        int looks = 0;
        for (int wrong = 1; passed.compareTo(Duration.ofDays(365)) < 0; wrong++) {
            looks++;
            passed = passed.plus(wrong < SecondFactors.FREE ? Duration.ZERO : SecondFactors.pause(wrong));
        }
        double chance = looks * 3 / 1e6;
        assertTrue(looks > 100 && chance < 0.0015, looks + " codes, " + chance);
    }

    @Test
    void passwordsAreThrottledUntilAllIsAnswered() {
        enrolled();
        for (int i = 0; i < 5; i++) {
            asked(signIn(OWN));
        }
        refused(Reason.TOO_MANY_TRIES, signIn(OWN));
    }

    @Test
    void anAdministratorForgetsWhatIsLost() {
        enrolled();
        assertEquals(Optional.empty(), accounts.resetFactor("anna"));
        assertEquals(FactorState.EXPECTED, accounts.list().getFirst().factor());
        asked(signIn(OWN), LocalSignIn.Question.Authenticator.class);
        accounts.requireFactor("anna", false);
        assertEquals(FactorState.NONE, accounts.list().getFirst().factor());
        entitled(signIn(OWN));
        assertEquals(Optional.of(Reason.USER_UNKNOWN), accounts.resetFactor("zoe"));
        assertEquals(Optional.of(Reason.USER_UNKNOWN), accounts.requireFactor("zoe", true));
    }

    @Test
    void whatWasNotFinishedIsNotThere() {
        choseHisOwn();
        accounts.requireFactor("anna", true);
        LocalSignIn signIn = asked(signIn(OWN), LocalSignIn.Question.Authenticator.class);
        assertEquals(denied(Reason.CODE_WRONG), code(signIn, "000000"));
        Secret secret = Authenticator.typed(((LocalSignIn.Question.Authenticator) signIn.question()).secret());
        asked(code(signIn, TimeCode.at(secret, clock.instant())), LocalSignIn.Question.Codes.class);
        // He closes the window without having noted the codes.
        LocalSignIn again = asked(signIn(OWN), LocalSignIn.Question.Authenticator.class);
        assertFalse(
                secret.equals(Authenticator.typed(((LocalSignIn.Question.Authenticator) again.question()).secret())));
    }

    @Test
    void thePolicyAsksEverybody() {
        choseHisOwn();
        accounts = accounts(Factors.with(database, folder, clock, true));
        door = SignIns.local(accounts, Factors.noEntitlementNeeded(database, clock));
        assertEquals(FactorState.EXPECTED, accounts.list().getFirst().factor());
        asked(signIn(OWN), LocalSignIn.Question.Authenticator.class);
    }

    @Test
    void whoIsDisabledOrWaitsTooLongMeanwhileGetsNoFurther() {
        Authenticator authenticator = enrolled();
        LocalSignIn signIn = asked(signIn(OWN));
        accounts.enable("anna", false);
        assertEquals(denied(Reason.SIGN_IN_NEEDED), code(signIn, authenticator.code(clock.instant())));
        assertInstanceOf(LocalSignIn.Question.Nothing.class, signIn.question());
        accounts.enable("anna", true);
        LocalSignIn slow = asked(signIn(OWN));
        clock.pass(LocalSignIn.PATIENCE.plusSeconds(1));
        assertEquals(denied(Reason.SIGN_IN_NEEDED), code(slow, authenticator.code(clock.instant())));
    }

    @Test
    void aDatabaseWithoutItsKeyOpensNothing() {
        Authenticator authenticator = enrolled();
        accounts = accounts(Factors.none(database, folder, clock));
        door = SignIns.local(accounts, Factors.noEntitlementNeeded(database, clock));
        assertEquals(denied(Reason.INTERNAL), code(asked(signIn(OWN)), authenticator.code(clock.instant())));
    }

    @Test
    void anExpertProvesWhoHeIsAndOpensNothing() {
        choseHisOwn();
        accounts.setRole("anna", org.beistand.protocol.operator.UserRole.EXPERT);
        assertEquals(denied(Reason.EXPERT_NOT_CALLED), signIn(OWN));
        assertEquals(denied(Reason.SIGN_IN_REFUSED), signIn("not the right one"));
    }
}
