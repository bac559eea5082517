package org.beistand.operator.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.operator.TestClock;
import org.beistand.operator.store.Database;
import org.beistand.operator.store.SqlEntitlements;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.StoredUser;
import org.beistand.protocol.operator.EntitlementChange;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, briefing and signed undertaking, each with its days. */
@Tag("001-115")
@Tag("001-116")
@Tag("001-117")
class EntitlementTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String SID = "S-1-5-21-1-2-3-1105";
    private static final Account ANNA = Account.local("anna");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private Database database;
    private Entitlements entitlements;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        SqlUsers users = new SqlUsers(database);
        users.add(StoredUser.added("anna", new PersonName("Anna"), "x", clock.instant()));
        entitlements = new Entitlements(new SqlEntitlements(database), users, true, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static EntitlementLine line(String account, Evidence evidence, LocalDate given, LocalDate expires) {
        return new EntitlementLine(account, new Attested(evidence, given, expires));
    }

    private static List<EntitlementLine> all(String account) {
        return List.of(
                line(account, Evidence.TRAINING, TODAY.minusYears(1), TODAY.plusYears(1)),
                line(account, Evidence.BRIEFING, TODAY, TODAY.plusDays(10)),
                line(account, Evidence.UNDERTAKING, TODAY, TODAY.plusDays(5)));
    }

    private void set(List<EntitlementLine> lines) {
        assertEquals(Optional.empty(), entitlements.set(lines, "administrator"));
    }

    private Reason lacks(Account account) {
        return assertInstanceOf(Entitlements.Verdict.Lacks.class, entitlements.of(account))
                .reason();
    }

    private Entitlement has(Account account) {
        return assertInstanceOf(Entitlements.Verdict.Has.class, entitlements.of(account))
                .entitlement();
    }

    @Test
    void allThreeAreNeededAndTheFirstToRunOutIsTheEnd() {
        set(all("anna"));
        assertEquals(Instant.parse("2026-11-27T00:00:00Z"), has(ANNA).until());
        assertEquals(
                List.of(Evidence.TRAINING, Evidence.BRIEFING, Evidence.UNDERTAKING),
                has(ANNA).attested().stream().map(Attested::evidence).toList());
    }

    @Test
    void theSentenceNamesWhatIsMissing() {
        Map<Evidence, Reason> missing = Map.of(
                Evidence.TRAINING, Reason.TRAINING_MISSING,
                Evidence.BRIEFING, Reason.BRIEFING_MISSING,
                Evidence.UNDERTAKING, Reason.UNDERTAKING_MISSING);
        assertEquals(Reason.TRAINING_MISSING, lacks(ANNA));
        missing.forEach((evidence, reason) -> {
            set(all("anna"));
            assertEquals(Optional.empty(), entitlements.remove("anna", evidence, "administrator"));
            assertEquals(reason, lacks(ANNA));
            set(all("anna"));
            set(List.of(line("anna", evidence, TODAY.plusDays(1), TODAY.plusDays(9))));
            assertEquals(reason, lacks(ANNA), "one that begins tomorrow is not there yet");
        });
        assertEquals(Optional.of(Reason.USER_UNKNOWN), entitlements.remove("zoe", Evidence.TRAINING, "administrator"));
    }

    @Test
    void theSentenceNamesWhatHasRunOutOnTheDayAfterItsLast() {
        Map<Evidence, Reason> expired = Map.of(
                Evidence.TRAINING, Reason.TRAINING_EXPIRED,
                Evidence.BRIEFING, Reason.BRIEFING_EXPIRED,
                Evidence.UNDERTAKING, Reason.UNDERTAKING_EXPIRED);
        expired.forEach((evidence, reason) -> {
            set(all("anna"));
            set(List.of(line("anna", evidence, TODAY.minusDays(9), TODAY)));
            has(ANNA);
            set(List.of(line("anna", evidence, TODAY.minusDays(9), TODAY.minusDays(1))));
            assertEquals(reason, lacks(ANNA));
        });
        set(all("anna"));
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-11-26T23:59:59.999Z")));
        has(ANNA);
        clock.pass(Duration.ofMillis(1));
        assertEquals(Reason.UNDERTAKING_EXPIRED, lacks(ANNA));
    }

    @Test
    void anAccountOfTheDirectoryNeedsTheSameByItsSid() {
        assertEquals(Reason.TRAINING_MISSING, lacks(Account.directory(SID)));
        set(all("directory:" + SID));
        has(Account.directory(SID));
        assertEquals(Reason.TRAINING_MISSING, lacks(ANNA));
        set(all(SID.toLowerCase(java.util.Locale.ROOT)));
        assertEquals(3, entitlements.list().size(), "with or without its realm in front it is one account");
    }

    @Test
    void oneUnknownUserRefusesAll() {
        assertEquals(
                Optional.of(new Entitlements.Refusal(3, Reason.USER_UNKNOWN)),
                entitlements.set(
                        List.of(
                                all("anna").get(0),
                                all("ANNA").get(1),
                                all("local:anna").get(2),
                                all("zoe").get(0)),
                        "administrator"));
        for (String nobody : List.of("", "local:", "directory:anna", "local:" + SID + "x", "a\tb", "directory:S-1-")) {
            assertEquals(
                    Optional.of(new Entitlements.Refusal(0, Reason.USER_UNKNOWN)),
                    entitlements.set(List.of(all(nobody).get(0)), "administrator"),
                    nobody);
        }
        assertEquals(List.of(), entitlements.list());
        assertEquals(List.of(), entitlements.changes(10));
    }

    @Test
    void everyChangeLeavesATrail() {
        EntitlementLine line = all("local:anna").getFirst();
        set(List.of(line));
        clock.pass(Duration.ofHours(1));
        assertEquals(Optional.empty(), entitlements.remove("Anna", Evidence.TRAINING, "second administrator"));
        assertEquals(
                List.of(
                        new EntitlementChange(
                                clock.instant(),
                                "second administrator",
                                "local:anna",
                                Evidence.TRAINING,
                                Optional.empty()),
                        new EntitlementChange(
                                clock.instant().minus(Duration.ofHours(1)),
                                "administrator",
                                "local:anna",
                                Evidence.TRAINING,
                                Optional.of(line.attested()))),
                entitlements.changes(10));
        assertEquals(1, entitlements.changes(1).size());
    }

    @Test
    void aSiteMayAskForNone() {
        entitlements = new Entitlements(new SqlEntitlements(database), new SqlUsers(database), false, clock);
        assertEquals(Entitlement.NOT_ASKED, has(ANNA));
    }

    @Test
    void theListIsBounded() {
        SqlEntitlements stored = new SqlEntitlements(database);
        assertEquals(false, stored.set(all("local:anna"), "administrator", clock.instant(), 2));
        assertEquals(List.of(), stored.list(10));
        assertEquals(List.of(), stored.changes(10));
    }

    @Test
    void aLoginThatLooksLikeTheDirectorysIsNone() {
        assertEquals(Optional.of(Account.directory(SID)), Account.parse(SID));
        assertEquals(Optional.of(ANNA), Account.parse("ANNA"));
    }
}
