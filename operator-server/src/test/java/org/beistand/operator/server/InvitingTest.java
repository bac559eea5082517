package org.beistand.operator.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.operator.Caller;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.ServiceCaller;
import org.beistand.operator.invite.InvitationText;
import org.beistand.operator.mail.Mail;
import org.beistand.operator.mail.MailRoute;
import org.beistand.operator.mail.NotSent;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.SendInvitation;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A moderator lets the server send the number of his session, and nobody can use that for anything else. */
@Tag("001-22")
class InvitingTest {
    private static final String PASSWORD = "correct horse battery";
    private static final MailAddress CUSTOMER = new MailAddress("hanako@clinic.example");
    private static final int PER_MODERATOR = 14;

    @TempDir
    Path folder;

    private final List<Mail> mails = new ArrayList<>();
    private Optional<Reason> failure = Optional.empty();
    private OperatorStage stage;
    private ServiceCaller communication;

    @BeforeEach
    void aSiteWithTwoModerators() {
        stage = new OperatorStage(folder, mailing(mail -> {
            if (failure.isPresent()) {
                throw new NotSent(failure.get(), "as the test wants it");
            }
            mails.add(mail);
        }));
        stage.introduce("anna", new PersonName("Anna Weber"), PASSWORD);
        stage.introduce("berta", new PersonName("Berta Klein"), PASSWORD);
        communication = stage.communicationServer("ks1").registered("ks1");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    static OperatorAssembly.Mailing mailing(MailRoute route) {
        return new OperatorAssembly.Mailing(
                route, new InvitationText(OperatorStage.ORGANISATION, ZoneOffset.UTC, Optional.empty()), PER_MODERATOR);
    }

    private Caller signedIn(String login) {
        Caller moderator = stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
        assertTrue(moderator.ask(new SignIn(login, PASSWORD), SignedIn.class).sendsInvitations());
        return moderator;
    }

    private SessionOpened opened(Caller moderator) {
        return moderator.ask(
                new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), SessionOpened.class);
    }

    private static SendInvitation to(MailAddress customer, SessionId session) {
        return new SendInvitation(session, customer, Language.GERMAN);
    }

    private static Refused refused(Caller moderator, SendInvitation wanted) {
        return moderator.ask(wanted, Refused.class);
    }

    private static MailAddress customer(int number) {
        return new MailAddress("customer" + number + "@clinic.example");
    }

    @Test
    @Tag("001-49")
    @Tag("001-127")
    void theNumberOfHisSessionIsSent() {
        Caller anna = signedIn("anna");
        SessionOpened session = opened(anna);
        anna.ask(new SendInvitation(session.session(), CUSTOMER, Language.JAPANESE), Done.class);
        Mail mail = mails.getFirst();
        assertEquals(CUSTOMER, mail.to());
        assertEquals(Language.JAPANESE, mail.language());
        assertEquals(OperatorStage.ORGANISATION, mail.from());
        assertTrue(mail.text().contains("Anna Weber"));
        assertTrue(mail.text().contains(session.number().grouped()));
        assertTrue(mail.text().contains("2026年11月21日 9:30 (UTC+00:00)"), mail.text());
    }

    @Test
    void onlyForHisOwnOpenSession() {
        Caller anna = signedIn("anna");
        Caller berta = signedIn("berta");
        SessionId session = opened(anna).session();
        SessionId nobodys = SessionId.random(stage.random());
        // Somebody else's and one that never was are told apart by nothing.
        assertEquals(new Refused(Reason.SESSION_ENDED, Duration.ZERO), refused(berta, to(CUSTOMER, session)));
        assertEquals(new Refused(Reason.SESSION_ENDED, Duration.ZERO), refused(berta, to(CUSTOMER, nobodys)));
        communication.say(new Began(session, false));
        communication.say(new Blocked(session, true));
        assertEquals(
                Reason.SESSION_BLOCKED, refused(anna, to(CUSTOMER, session)).reason());
        communication.say(new Blocked(session, false));
        anna.ask(to(CUSTOMER, session), Done.class);
        communication.say(new Delivered(org.beistand.operator.SampleReports.of(session, stage.clock.instant())));
        assertEquals(Reason.SESSION_ENDED, refused(anna, to(CUSTOMER, session)).reason());
        SessionId lapsed = opened(anna).session();
        stage.clock.pass(OperatorStage.NUMBER_LIFE);
        assertEquals(Reason.SESSION_ENDED, refused(anna, to(CUSTOMER, lapsed)).reason());
        assertEquals(1, mails.size());
    }

    @Test
    void nobodySendsMoreThanASessionNeeds() {
        Caller anna = signedIn("anna");
        SessionId session = opened(anna).session();
        for (int i = 0; i < 10; i++) {
            anna.ask(to(customer(i), session), Done.class);
        }
        Refused refused = refused(anna, to(customer(10), session));
        assertEquals(Reason.TOO_MANY_INVITATIONS, refused.reason());
        assertEquals(Duration.ofDays(1), refused.pause());
        // Nor by opening more sessions.
        SessionId second = opened(anna).session();
        for (int i = 10; i < PER_MODERATOR; i++) {
            anna.ask(to(customer(i), second), Done.class);
        }
        assertEquals(
                Reason.TOO_MANY_INVITATIONS,
                refused(anna, to(customer(14), second)).reason());
        // Nor by signing in anew.
        assertEquals(
                Reason.TOO_MANY_INVITATIONS,
                refused(signedIn("anna"), to(customer(14), second)).reason());
        assertEquals(PER_MODERATOR, mails.size());
        Caller berta = signedIn("berta");
        berta.ask(to(customer(14), opened(berta).session()), Done.class);
        stage.clock.pass(Duration.ofDays(1));
        Caller tomorrow = signedIn("anna");
        tomorrow.ask(to(customer(14), opened(tomorrow).session()), Done.class);
    }

    @Test
    void nobodyGetsMoreThanAPersonNeeds() {
        Caller anna = signedIn("anna");
        SessionId session = opened(anna).session();
        for (int i = 0; i < 5; i++) {
            anna.ask(to(CUSTOMER, session), Done.class);
        }
        assertEquals(
                Reason.TOO_MANY_INVITATIONS,
                refused(anna, to(CUSTOMER, session)).reason());
        Caller berta = signedIn("berta");
        SessionId hers = opened(berta).session();
        assertEquals(
                Reason.TOO_MANY_INVITATIONS, refused(berta, to(CUSTOMER, hers)).reason());
        // What was refused was not counted for her.
        for (int i = 0; i < 10; i++) {
            berta.ask(to(customer(i), hers), Done.class);
        }
    }

    @Test
    void whatFailsIsToldAndCountsOnlyIfAnotherAddressCouldHaveBeenTried() {
        Caller anna = signedIn("anna");
        SessionId session = opened(anna).session();
        for (Reason reason : List.of(Reason.MAIL_SERVER_UNREACHABLE, Reason.MAIL_SERVER_NOT_GENUINE)) {
            failure = Optional.of(reason);
            for (int i = 0; i < 20; i++) {
                assertEquals(new Refused(reason, Duration.ZERO), refused(anna, to(CUSTOMER, session)));
            }
        }
        failure = Optional.of(Reason.MAIL_RECIPIENT_REFUSED);
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    Reason.MAIL_RECIPIENT_REFUSED,
                    refused(anna, to(customer(i), session)).reason());
        }
        assertEquals(
                Reason.TOO_MANY_INVITATIONS,
                refused(anna, to(customer(10), session)).reason());
    }

    @Test
    void whoIsNoModeratorAnyMoreSendsNothing() {
        Caller anna = signedIn("anna");
        SessionId session = opened(anna).session();
        stage.call(CertifiedRole.ADMINISTRATOR).greeted().ask(new DisableUser("anna"), Done.class);
        assertEquals(Reason.SIGN_IN_NEEDED, refused(anna, to(CUSTOMER, session)).reason());
        anna.say(to(CUSTOMER, session));
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), anna.ended());
        assertEquals(List.of(), mails);
    }

    @Test
    void anAddressThatIsNoneEndsTheConnection() {
        Caller anna = signedIn("anna");
        SessionId session = opened(anna).session();
        byte[] frame = OperatorVocabulary.TABLE.encode(to(CUSTOMER, session)).toArray();
        // The @ becomes the end of a line.
        for (int i = 0; i < frame.length; i++) {
            if (frame[i] == '@') {
                frame[i] = '\n';
            }
        }
        anna.sayRaw(Octets.of(frame));
        assertEquals(List.of(Reason.PROTOCOL_VIOLATION), anna.ended());
        assertEquals(List.of(), mails);
    }

    @Test
    void aServerWithoutMailIsNotAsked(@TempDir Path other) {
        try (OperatorStage silent = new OperatorStage(other)) {
            silent.introduce("anna", new PersonName("Anna Weber"), PASSWORD);
            silent.communicationServer("ks1").registered("ks1");
            Caller anna = silent.call(CertifiedRole.MODERATOR_DEVICE).greeted();
            assertFalse(anna.ask(new SignIn("anna", PASSWORD), SignedIn.class).sendsInvitations());
            anna.say(to(CUSTOMER, opened(anna).session()));
            assertEquals(List.of(Reason.PROTOCOL_VIOLATION), anna.ended());
        }
    }

    @Test
    void somebodyIsInvitedAfterHours() {
        Caller anna = signedIn("anna");
        SessionOpened session = opened(anna);
        communication.say(new Began(session.session(), false));
        stage.timer.pass(Duration.ofMinutes(20));
        communication.say(new Began(session.session(), true));
        stage.timer.pass(Duration.ofHours(7));
        anna.ask(to(CUSTOMER, session.session()), Done.class);
        assertFalse(mails.getFirst().text().contains("UTC"));
        // Once nothing runs any more, the connection of somebody silent ends as before.
        communication.say(
                new Delivered(org.beistand.operator.SampleReports.of(session.session(), stage.clock.instant())));
        stage.timer.pass(Duration.ofMinutes(61));
        assertEquals(List.of(Reason.TOO_SLOW), anna.ended());
    }

    @Test
    void theLogHasNeitherAddressNorNumber() {
        Logger ours = (Logger) LoggerFactory.getLogger("org.beistand");
        Level before = ours.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ours.addAppender(log);
        ours.setLevel(Level.TRACE);
        ours.setAdditive(false);
        SessionOpened session;
        try {
            Caller anna = signedIn("anna");
            session = opened(anna);
            anna.ask(to(CUSTOMER, session.session()), Done.class);
            failure = Optional.of(Reason.MAIL_RECIPIENT_REFUSED);
            refused(anna, to(CUSTOMER, session.session()));
        } finally {
            ours.detachAppender(log);
            ours.setLevel(before);
            ours.setAdditive(true);
        }
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(lines.stream().anyMatch(line -> line.contains("an invitation to session " + session.session())));
        assertTrue(lines.stream().anyMatch(line -> line.contains("was not sent: MAIL_RECIPIENT_REFUSED")));
        for (String line : lines) {
            assertFalse(line.contains("hanako") || line.contains("clinic.example"), line);
            assertFalse(
                    line.replace(" ", "").contains(session.number().grouped().replace(" ", "")), line);
        }
    }
}
