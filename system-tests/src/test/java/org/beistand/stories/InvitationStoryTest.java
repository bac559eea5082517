package org.beistand.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.meeting.ModeratorDoor.SignedInModerator;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.house.Eventually;
import org.beistand.house.House;
import org.beistand.house.House.Machine;
import org.beistand.house.Somebody;
import org.beistand.operator.mail.MailServer;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number goes to the customer by e-mail, over a real mail server with STARTTLS, and she comes with what she has read. */
class InvitationStoryTest {
    private static final MailAddress HANAKO = new MailAddress("hanako@clinic.example");

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final SiteAuthority company = SiteAuthority.create("Clinic", Clock.systemUTC(), random);
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MailServer mailServer;
    private House house;
    private SignedInModerator moderator;

    @BeforeEach
    void aHouseWithAMailServer() throws Exception {
        mails.setUser("beistand@optics.example", "beistand", "Briefkasten-2026");
        mails.setUser(HANAKO.value(), "hanako", "x");
        mails.start();
        mailServer = new MailServer(
                MailServer.Beginning.PROPER,
                company.issueServer(CertifiedRole.OPERATOR_SERVER, "mail", List.of("localhost")),
                new MailServer.Inside.Behind(mails.getSmtp().getPort()));
        house = new House(Files.createDirectory(folder.resolve("house")));
        house.stopOperator();
        configure(house.site().resolve("operator"));
        house.startOperator();
        moderator = assertInstanceOf(
                        SignInStep.Welcome.class,
                        house.moderator(Machine.of("moderator"))
                                .signIn(House.LOGIN, House.PASSWORD.toCharArray())
                                .get(30, TimeUnit.SECONDS))
                .moderator();
    }

    private void configure(Path operator) throws Exception {
        Files.writeString(
                operator.resolve("mail-ca.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(company.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Files.createFile(
                operator.resolve("mail.password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(operator.resolve("mail.password"), "Briefkasten-2026\n");
        ObjectMapper json = new ObjectMapper();
        Path file = operator.resolve("operator.json");
        ObjectNode configuration = (ObjectNode) json.readTree(file.toFile());
        configuration.set(
                "mail",
                json.createObjectNode()
                        .put("server", "localhost:" + mailServer.address().port())
                        .put("certificates", "mail-ca.pem")
                        .put("sender", "beistand@optics.example")
                        .put("account", "beistand")
                        .put("passwordFile", "mail.password"));
        json.writeValue(file.toFile(), configuration);
    }

    @AfterEach
    void end() throws Exception {
        house.close();
        mailServer.close();
        mails.stop();
    }

    private Session opened() throws Exception {
        return Eventually.get("the communication server has found the operator server again", () -> {
            try {
                return Optional.of(moderator.openSession(true).join());
            } catch (CompletionException notYet) {
                return Optional.empty();
            }
        });
    }

    private static SessionView.InSession inSession(Somebody host) {
        return assertInstanceOf(SessionView.InSession.class, host.view().stage());
    }

    @Test
    @Tag("001-22")
    @Tag("001-49")
    @Tag("001-127")
    void sheComesWithTheNumberFromTheMail() throws Exception {
        assertTrue(moderator.sendsInvitations());
        Somebody host = new Somebody(opened());
        moderator.invite(HANAKO, Language.JAPANESE).get(30, TimeUnit.SECONDS);
        assertTrue(mails.waitForIncomingEmail(10_000, 1));
        MimeMessage mail = mails.getReceivedMessages()[0];
        String text = (String) mail.getContent();
        assertTrue(text.contains(House.NAME), text);
        assertEquals("Optics South リモートサポートセッションへのご招待", mail.getSubject());
        assertEquals(1, mail.getAllRecipients().length);
        Matcher number = Pattern.compile("\\d{3} \\d{3}").matcher(text);
        assertTrue(number.find());
        SessionNumber read = SessionNumber.parse(number.group()).orElseThrow();
        assertFalse(
                text.replace(" ", "")
                        .contains(inSession(host).password().orElseThrow().digits()),
                "never both in one mail");
        house.attendee(Machine.of("hanako")).join(read, new PersonName("山田 花子")).get(30, TimeUnit.SECONDS);
        Eventually.so(
                "she stands in the lobby",
                () -> host.view().people().stream()
                        .anyMatch(one -> one.name().value().equals("山田 花子")));
    }

    @Test
    @Tag("001-22")
    void withoutItsOperatorServerASessionGoesOnAndInvitesNoMore() throws Exception {
        Somebody host = new Somebody(opened());
        house.stopOperator();
        Eventually.so("the moderator's client knows that it is gone", () -> {
            CompletionException refused = assertThrows(
                    CompletionException.class,
                    () -> moderator.invite(HANAKO, Language.GERMAN).join());
            return ((MeetingRefused) refused.getCause()).reason() == Reason.INVITING_ENDED;
        });
        CompletionException refused = assertThrows(
                CompletionException.class, () -> moderator.openSession(false).join());
        assertEquals(
                Reason.SIGN_IN_NEEDED,
                assertInstanceOf(MeetingRefused.class, refused.getCause()).reason());
        assertTrue(inSession(host).number().isPresent(), "what runs goes on");
        assertEquals(0, mails.getReceivedMessages().length);
        house.startOperator();
    }
}
