package org.beistand.stories;

import static org.beistand.house.SambaDomain.dn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletionException;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.meeting.ModeratorDoor.SignedInModerator;
import org.beistand.client.meeting.ModeratorWay;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.session.Session;
import org.beistand.house.Eventually;
import org.beistand.house.House;
import org.beistand.house.House.Machine;
import org.beistand.house.SambaDomain;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moderators of a real Active Directory domain sign in at a real operator server. */
@Tag("active-directory")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActiveDirectoryStoryTest {
    private static final String PASSWORD = "Mikroskop-2026";

    private SambaDomain domain;
    private House house;

    @BeforeAll
    void build(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ALWAYS) Path folder) throws Exception {
        domain = new SambaDomain(Files.createDirectory(folder.resolve("samba")));
        people();
        house = new House(Files.createDirectory(folder.resolve("house")));
        house.stopOperator();
        configure(house.site().resolve("operator"));
        house.startOperator();
        SignedInModerator local = signIn(".\\" + House.LOGIN, House.PASSWORD);
        Eventually.so("the communication server has found the operator server again", () -> canOpen(local));
    }

    private static boolean canOpen(SignedInModerator moderator) {
        try {
            moderator.openSession(false).join().leave();
            return true;
        } catch (CompletionException notYet) {
            return false;
        }
    }

    private void people() throws Exception {
        domain.person("svc-beistand", "svc-beistand", "Nachschlagen-2026", SambaDomain.LASTING);
        domain.person("Sabine Huber", "s.huber", PASSWORD, SambaDomain.LASTING);
        domain.person("Müller, Jürgen", "j.müller", PASSWORD, SambaDomain.LASTING);
        domain.person("O(b)rien* \\ #1", "o(b)rien", PASSWORD, SambaDomain.LASTING);
        domain.person("Primary", "primary", PASSWORD, SambaDomain.LASTING);
        domain.person("Outsider", "outsider", PASSWORD, SambaDomain.LASTING);
        domain.person("Leaver", "leaver", PASSWORD, SambaDomain.LASTING);
        domain.person("Disabled", "disabled", PASSWORD, SambaDomain.LASTING | 2);
        domain.person("Expired", "expired", PASSWORD, SambaDomain.LASTING);
        domain.set("Expired", "accountExpires", "131000000000000000");
        domain.person("Must Change", "mustchange", PASSWORD, SambaDomain.USUAL);
        domain.set("Must Change", "pwdLastSet", "0");
        domain.person("Night Shift", "night", PASSWORD, SambaDomain.LASTING);
        domain.set("Night Shift", "logonHours", new byte[21]);
        domain.person("Locked", "locked", PASSWORD, SambaDomain.LASTING);
        domain.group("Inner", dn("Sabine Huber"), dn("Leaver"), dn("Expired"), dn("Must Change"), dn("Disabled"));
        domain.group("Middle", dn("Inner"), dn("Müller, Jürgen"), dn("O(b)rien* \\ #1"));
        domain.group("Support (Vienna), 2nd", dn("Middle"), dn("Locked"), dn("Night Shift"));
        domain.group("Support primary", dn("Primary"));
        domain.set("Primary", "primaryGroupID", domain.rid("Support primary"));
        domain.lock("Locked");
    }

    private void configure(Path operator) throws Exception {
        Files.copy(domain.certificates(), operator.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.createFile(
                operator.resolve("directory.password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(operator.resolve("directory.password"), "Nachschlagen-2026\n");
        ObjectMapper json = new ObjectMapper();
        Path file = operator.resolve("operator.json");
        ObjectNode configuration = (ObjectNode) json.readTree(file.toFile());
        configuration.set("directory", json.readTree("""
                {"domain": "klinik.test", "shortName": "KLINIK", "controllers": ["127.0.0.2:1636", "127.0.0.2"],
                 "certificates": "ca.pem", "account": "svc-beistand@klinik.test", "passwordFile": "directory.password",
                 "groups": ["Support (Vienna) 2nd", "CN=Support primary,CN=Users,DC=klinik,DC=test"]}"""));
        // Whose training is valid is another story.
        configuration.put("entitlementRequired", false);
        json.writeValue(file.toFile(), configuration);
    }

    @AfterAll
    void end() throws Exception {
        try (SambaDomain samba = domain) {
            if (house != null) {
                house.close();
            }
        }
    }

    private SignedInModerator signIn(String name, String password) throws Exception {
        // Nobody hangs up: it goes with the house.
        ModeratorWay way = house.moderator(Machine.of("moderator"));
        SignInStep step = way.signIn(name, password.toCharArray()).join();
        return assertInstanceOf(SignInStep.Welcome.class, step).moderator();
    }

    private Reason refusal(String name, String password) {
        CompletionException refused = assertThrows(CompletionException.class, () -> signIn(name, password), name);
        return assertInstanceOf(MeetingRefused.class, refused.getCause()).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "s.huber,Sabine Huber",
        "KLINIK\\S.Huber,Sabine Huber",
        "klinik.test\\s.huber,Sabine Huber",
        "s.huber@KLINIK.test,Sabine Huber",
        "j.müller,'Müller, Jürgen'",
        "KLINIK\\o(b)rien,O(b)rien* \\ #1",
        "primary,Primary"
    })
    @Tag("001-15")
    @Tag("001-45")
    void moderatorsSignInAndOpenSessions(String typed, String name) throws Exception {
        SignedInModerator moderator = signIn(typed, PASSWORD);
        assertEquals(name, moderator.name().value());
        Session session = moderator.openSession(false).join();
        session.leave();
    }

    @Test
    void anAccountOfOurOwnIsReachedByItsOwnForm() throws Exception {
        assertEquals(
                House.NAME, signIn(".\\" + House.LOGIN, House.PASSWORD).name().value());
        assertEquals(Reason.SIGN_IN_REFUSED, refusal(House.LOGIN, House.PASSWORD));
    }

    @ParameterizedTest
    @CsvSource({
        "outsider,NOT_A_MODERATOR",
        "expired,ACCOUNT_EXPIRED",
        "mustchange,PASSWORD_CHANGE_NEEDED",
        "night,OUTSIDE_HOURS",
        "disabled,SIGN_IN_REFUSED",
        "locked,SIGN_IN_REFUSED",
        "nobody,SIGN_IN_REFUSED"
    })
    @Tag("001-16")
    void othersHearWhyOnlyWithTheRightPassword(String name, Reason reason) {
        assertEquals(reason, refusal(name, PASSWORD));
        assertEquals(Reason.SIGN_IN_REFUSED, refusal(name, "Falsches-2026"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "s.hub*", "s.huber)(cn=*", "OTHER\\s.huber"})
    void aPatternIsNobody(String name) {
        assertEquals(Reason.SIGN_IN_REFUSED, refusal(name, PASSWORD));
    }

    @Test
    @Tag("001-16")
    void whoIsTakenOutOfTheGroupOpensNoFurtherSession() throws Exception {
        SignedInModerator leaver = signIn("leaver", PASSWORD);
        Session session = leaver.openSession(false).join();
        domain.takeOut("Inner", dn("Leaver"));
        CompletionException refused = assertThrows(
                CompletionException.class, () -> leaver.openSession(false).join());
        assertEquals(
                Reason.SIGN_IN_NEEDED,
                assertInstanceOf(MeetingRefused.class, refused.getCause()).reason());
        session.leave();
    }
}
