package org.beistand.operator.login.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.TestClock;
import org.beistand.operator.login.Directory;
import org.beistand.operator.login.Directory.Found;
import org.beistand.operator.login.Directory.Standing;
import org.beistand.operator.login.Directory.Unreachable;
import org.beistand.operator.login.Directory.Verdict;
import org.beistand.operator.login.DirectoryName;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the directory says of people, over real TLS to one that answers like a domain controller. */
class ActiveDirectoryTest {
    private static final String PASSWORD = "pässwörd of Anna";

    private final SecureRandom random = new SecureRandom();
    private final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final SiteAuthority authority = SiteAuthority.create("Clinic", clock, random);
    private final List<AutoCloseable> open = new ArrayList<>();
    private EmbeddedDirectory embedded;
    private ActiveDirectory directory;
    private String anna;

    @BeforeEach
    void start() throws Exception {
        embedded = opened(new EmbeddedDirectory(
                authority.issueServer(CertifiedRole.OPERATOR_SERVER, "dc1", List.of("localhost"))));
        anna = embedded.person("Anna Weber", "anna", PASSWORD);
        embedded.group("Support", EmbeddedDirectory.dn("Anna Weber"));
        directory = directory(DirectorySettings.Limits.USUAL, embedded.ldaps());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private ActiveDirectory directory(DirectorySettings.Limits limits, Endpoint... controllers) {
        return directory(DirectorySettings.Security.LDAPS, limits, controllers);
    }

    private ActiveDirectory directory(
            DirectorySettings.Security security, DirectorySettings.Limits limits, Endpoint... controllers) {
        return opened(new ActiveDirectory(
                new DirectorySettings(
                        "clinic.test",
                        List.of(controllers),
                        security,
                        List.of(authority.certificate()),
                        EmbeddedDirectory.SERVICE,
                        Secret.of(EmbeddedDirectory.SERVICE_PASSWORD),
                        EmbeddedDirectory.BASE,
                        List.of("Support"),
                        limits),
                clock,
                random));
    }

    private static DirectoryName plain(String name) {
        return new DirectoryName.Plain(name);
    }

    private static DirectoryName principal(String name) {
        return new DirectoryName.Principal(name, "clinic.test");
    }

    private Verdict prove(DirectoryName name, String password) throws Unreachable {
        try (Secret secret = Secret.of(password)) {
            return directory.prove(directory.find(name), secret);
        }
    }

    @ParameterizedTest
    @EnumSource(DirectorySettings.Security.class)
    @Tag("001-45")
    void knowsWhoHasTheRightPassword(DirectorySettings.Security security) throws Exception {
        Endpoint controller = switch (security) {
            case LDAPS -> embedded.ldaps();
            case START_TLS -> embedded.ldap();
        };
        directory = directory(security, DirectorySettings.Limits.USUAL, controller);
        directory.check();
        Found found = directory.find(plain("ANNA")).orElseThrow();
        assertEquals(new Found(anna, EmbeddedDirectory.dn("Anna Weber"), new PersonName("Anna Weber")), found);
        assertEquals(Optional.of(found), directory.find(principal("anna")));
        assertEquals(Verdict.PROVED, prove(plain("anna"), PASSWORD));
        assertEquals(Verdict.WRONG, prove(plain("anna"), PASSWORD + " "));
        assertEquals(Verdict.WRONG, prove(plain("nobody"), PASSWORD));
        assertEquals(Standing.MODERATOR, directory.standing(anna));
    }

    @Test
    void asksAnEmptyPasswordOfNobody() throws Exception {
        Optional<Found> found = directory.find(plain("anna"));
        int before = embedded.binds();
        assertThrows(IllegalArgumentException.class, () -> directory.prove(found, Secret.of("")));
        assertEquals(before, embedded.binds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o(b)rien*",
                "Müller, Jürgen",
                "back\\slash",
                "花子",
                "a\u0000b",
                "x=1,y=2+z;\"q\"<w>#",
                " blank ",
                "*",
                "%s#{'"
            })
    void takesEveryNameForANameAndNotForAPattern(String name) throws Exception {
        String common = name.replace("\u0000", "").strip().isEmpty()
                ? "plain"
                : name.replace("\u0000", "").strip();
        String sid = embedded.person(common, name, PASSWORD);
        embedded.person("bystander", "o(b)rienne", PASSWORD);
        Found found = directory.find(plain(name)).orElseThrow();
        assertEquals(sid, found.sid());
        assertEquals(Verdict.PROVED, prove(plain(name), PASSWORD));
        assertEquals(Standing.NOT_IN_GROUP, directory.standing(sid));
    }

    @Test
    void aPatternFindsNobody() throws Exception {
        for (String name : List.of("*", "an*", "anna)(cn=*", "\\2a", "a".repeat(256), "")) {
            assertEquals(Optional.empty(), directory.find(plain(name)), name);
            assertEquals(Optional.empty(), directory.find(principal(name)), name);
        }
    }

    @Test
    void knowsNamesOf256Characters() throws Exception {
        String name = "ä".repeat(256);
        String sid = embedded.person("Long", name, PASSWORD);
        assertEquals(sid, directory.find(plain(name)).orElseThrow().sid());
        assertEquals(Verdict.PROVED, prove(plain(name), PASSWORD));
    }

    @Test
    void anAmbiguousNameIsNobody() throws Exception {
        embedded.person("Other Anna", "anna", PASSWORD);
        assertEquals(Optional.empty(), directory.find(plain("anna")));
    }

    @Test
    void anExplicitPrincipalNameGoesBeforeTheImplicitOne() throws Exception {
        String bert = embedded.person("Bert", "bert", PASSWORD);
        embedded.set("Anna Weber", "userPrincipalName", "bert@clinic.test");
        embedded.set("Bert", "userPrincipalName", "b.b@clinic.test");
        assertEquals(anna, directory.find(principal("bert")).orElseThrow().sid());
        assertEquals(bert, directory.find(plain("bert")).orElseThrow().sid());
    }

    @Test
    void aNameThatCannotBeShownIsReplacedByTheNextOne() throws Exception {
        embedded.set("Anna Weber", "displayName", "Anna\u202Egnp.exe");
        assertEquals(
                new PersonName("Anna Weber"),
                directory.find(plain("anna")).orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource({
        "530,OUTSIDE_HOURS",
        "531,OTHER_WORKSTATION",
        "532,PASSWORD_EXPIRED",
        "533,DISABLED",
        "701,EXPIRED",
        "773,PASSWORD_MUST_CHANGE",
        "775,LOCKED",
        "525,WRONG",
        "52e,WRONG",
        "56,WRONG"
    })
    void readsTheSubCode(String code, Verdict verdict) throws Exception {
        embedded.state("Anna Weber", code);
        assertEquals(verdict, prove(plain("anna"), PASSWORD));
        assertEquals(code.equals("775") ? Verdict.LOCKED : Verdict.WRONG, prove(plain("anna"), "wrong"));
    }

    @Test
    @Tag("001-16")
    void countsNestedAndPrimaryGroups() throws Exception {
        String nested = embedded.person("nested", PASSWORD);
        embedded.group("Inner", EmbeddedDirectory.dn("nested"));
        embedded.group("Middle", EmbeddedDirectory.dn("Inner"));
        embedded.set("Support", "member", EmbeddedDirectory.dn("Middle"), EmbeddedDirectory.dn("Anna Weber"));
        // A ring of groups has no end.
        embedded.set("Inner", "member", EmbeddedDirectory.dn("nested"), EmbeddedDirectory.dn("Support"));
        String primary = embedded.person("primary", PASSWORD);
        String support = embedded.group("Another");
        embedded.set("primary", "primaryGroupID", support.substring(support.lastIndexOf('-') + 1));
        assertEquals(Standing.MODERATOR, directory.standing(nested));
        assertEquals(Standing.NOT_IN_GROUP, directory.standing(primary));
        embedded.remove("Support");
        embedded.remove("Another");
        String again = embedded.group("Support");
        embedded.set("primary", "primaryGroupID", again.substring(again.lastIndexOf('-') + 1));
        clock.pass(Duration.ofMinutes(5));
        assertEquals(Standing.MODERATOR, directory.standing(primary));
        assertEquals(Standing.NOT_IN_GROUP, directory.standing(nested));
    }

    @Test
    @Tag("001-16")
    void noticesAtOnceWhoLeftTheGroupTheCompanyOrWasDisabled() throws Exception {
        assertEquals(Standing.MODERATOR, directory.standing(anna));
        embedded.set("Support", "member");
        assertEquals(Standing.NOT_IN_GROUP, directory.standing(anna));
        embedded.set("Support", "member", EmbeddedDirectory.dn("Anna Weber"));
        embedded.set("Anna Weber", "userAccountControl", "514");
        assertEquals(Standing.GONE, directory.standing(anna));
        embedded.set("Anna Weber", "userAccountControl", "512");
        embedded.set("Anna Weber", "accountExpires", "140000000000000000");
        assertEquals(Standing.MODERATOR, directory.standing(anna));
        embedded.set("Anna Weber", "accountExpires", "131000000000000000");
        assertEquals(Standing.GONE, directory.standing(anna));
        embedded.remove("Anna Weber");
        assertEquals(Standing.GONE, directory.standing(anna));
        assertEquals(Standing.GONE, directory.standing("not a SID"));
    }

    @Test
    void aGroupThatIsNotThereMakesNobodyAModerator() throws Exception {
        embedded.remove("Support");
        directory.check();
        assertEquals(Standing.NOT_IN_GROUP, directory.standing(anna));
    }

    @ParameterizedTest
    @EnumSource(BadController.Kind.class)
    void goesToTheNextControllerWhenTheFirstFails(BadController.Kind kind) throws Exception {
        BadController bad = opened(new BadController(kind, authority));
        directory = directory(
                new DirectorySettings.Limits(Duration.ofMillis(700), Duration.ofMillis(700), Duration.ofSeconds(10)),
                bad.address(),
                embedded.ldaps());
        assertEquals(Verdict.PROVED, prove(plain("anna"), PASSWORD));
        assertEquals(Standing.MODERATOR, directory.standing(anna));
        // It is left alone for a while and then asked again.
        int calls = bad.calls();
        directory.standing(anna);
        assertEquals(calls, bad.calls());
    }

    @ParameterizedTest
    @EnumSource(BadController.Kind.class)
    void saysThatNoControllerAnswersAndDoesNotWaitForEver(BadController.Kind kind) throws Exception {
        BadController bad = opened(new BadController(kind, authority));
        directory = directory(
                new DirectorySettings.Limits(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5)),
                bad.address());
        assertThrows(Unreachable.class, () -> directory.find(plain("anna")));
    }

    @Test
    void comesBackWhenTheControllerDoes() throws Exception {
        assertEquals(Standing.MODERATOR, directory.standing(anna));
        CountDownLatch slow = embedded.hold();
        directory = directory(
                new DirectorySettings.Limits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(4)),
                embedded.ldaps());
        assertThrows(Unreachable.class, () -> directory.standing(anna));
        slow.countDown();
        assertEquals(Standing.MODERATOR, directory.standing(anna));
    }

    @Test
    void aSlowDirectoryIsNotWaitedForLongerThanTheLimit() throws Exception {
        embedded.hold();
        directory = directory(
                new DirectorySettings.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(900)),
                embedded.ldaps());
        long begin = System.nanoTime();
        Unreachable unreachable = assertThrows(Unreachable.class, () -> directory.find(plain("anna")));
        assertTrue(String.valueOf(unreachable.getMessage()).contains("in time"), unreachable::toString);
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(10).toNanos());
    }

    @Test
    void aConnectionThatTheControllerEndedIsMadeAnew() throws Exception {
        assertEquals(Standing.MODERATOR, directory.standing(anna));
        clock.pass(Duration.ofMinutes(3));
        assertEquals(Standing.MODERATOR, directory.standing(anna));
        assertEquals(Verdict.PROVED, prove(plain("anna"), PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foreign", "expired", "another host's"})
    void speaksWithNobodyWhoseCertificateIs(String kind) throws Exception {
        TestClock then = new TestClock(clock.instant().minus(Duration.ofDays(20_000)));
        SiteAuthority issuer = switch (kind) {
            case "foreign" -> SiteAuthority.create("Clinic", clock, random);
            case "expired" -> SiteAuthority.create("Clinic", then, random);
            default -> authority;
        };
        String host = kind.equals("another host's") ? "other.clinic.test" : "localhost";
        EmbeddedDirectory wrong =
                opened(new EmbeddedDirectory(issuer.issueServer(CertifiedRole.OPERATOR_SERVER, "dc1", List.of(host))));
        for (DirectorySettings.Security security : DirectorySettings.Security.values()) {
            Endpoint controller = security == DirectorySettings.Security.LDAPS ? wrong.ldaps() : wrong.ldap();
            List<java.security.cert.X509Certificate> anchors = List.of(issuer.certificate());
            ActiveDirectory asked = opened(new ActiveDirectory(
                    new DirectorySettings(
                            "clinic.test",
                            List.of(controller),
                            security,
                            kind.equals("foreign") ? List.of(authority.certificate()) : anchors,
                            EmbeddedDirectory.SERVICE,
                            Secret.of(EmbeddedDirectory.SERVICE_PASSWORD),
                            EmbeddedDirectory.BASE,
                            List.of("Support"),
                            DirectorySettings.Limits.USUAL),
                    clock,
                    random));
            assertThrows(Unreachable.class, asked::check);
        }
        assertEquals(0, wrong.binds());
    }

    @Test
    void anAccountOfOurOwnThatIsRefusedIsNoAnswer() throws Exception {
        embedded.state("svc-beistand", "533");
        Unreachable unreachable = assertThrows(Unreachable.class, () -> directory.find(plain("anna")));
        assertTrue(String.valueOf(unreachable.getMessage()).contains("DISABLED"), unreachable::toString);
        // It is not tried again at once: the domain counts.
        embedded.state("svc-beistand", "");
        int before = embedded.binds();
        assertThrows(Unreachable.class, () -> directory.find(plain("anna")));
        assertEquals(before, embedded.binds());
        clock.pass(Duration.ofSeconds(30));
        assertEquals(anna, directory.find(plain("anna")).orElseThrow().sid());
    }

    @Test
    void answersManyAtOnce() throws Exception {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Directory.Standing> one = () -> directory.standing(anna);
            List<Future<Directory.Standing>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(crowd.submit(one));
            }
            for (Future<Directory.Standing> each : all) {
                assertEquals(Standing.MODERATOR, each.get());
            }
        }
        assertInstanceOf(Found.class, directory.find(plain("anna")).orElseThrow());
    }
}
