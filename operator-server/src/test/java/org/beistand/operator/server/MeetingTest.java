package org.beistand.operator.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Certified;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.crypto.identity.TicketVerifier;
import org.beistand.operator.Caller;
import org.beistand.operator.OperatorStage;
import org.beistand.operator.SampleReports;
import org.beistand.operator.ServiceCaller;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Declined;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a session through the operator server, from the first user to the stored report. */
class MeetingTest {
    private static final String PASSWORD = "correct horse battery";
    private static final PersonName MODERATOR = new PersonName("Anna Weber");
    private static final PersonName ATTENDEE = new PersonName("山田 花子");

    @TempDir
    Path folder;

    private OperatorStage stage;
    private Caller administrator;
    private ServiceCaller communication;

    @BeforeEach
    void aSiteWithOneModerator() {
        stage = new OperatorStage(folder);
        administrator = stage.call(CertifiedRole.ADMINISTRATOR).greeted();
        stage.introduce("anna", MODERATOR, PASSWORD);
        communication = stage.communicationServer("ks1").registered("ks1");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Caller signedIn() {
        Caller moderator = stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
        moderator.ask(new SignIn("Anna", PASSWORD), SignedIn.class);
        return moderator;
    }

    private SessionOpened opened(Caller moderator) {
        return moderator.ask(
                new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), SessionOpened.class);
    }

    private Caller attendee() {
        return stage.call(CertifiedRole.ATTENDEE_PACKAGE).greeted();
    }

    @Test
    @Tag("001-15")
    @Tag("001-16")
    @Tag("001-17")
    @Tag("001-18")
    @Tag("001-45")
    @Tag("001-46")
    @Tag("001-48")
    void givesASignedInModeratorANumberAnAddressAndAnIdentityForThisSession() {
        Caller moderator = stage.call(CertifiedRole.MODERATOR_DEVICE);
        assertEquals(
                OperatorStage.ORGANISATION,
                moderator.ask(new Greeting(1), Greeted.class).organisation());
        assertEquals(
                new SignedIn(MODERATOR, OperatorStage.ORGANISATION, List.of(), false),
                moderator.ask(new SignIn("anna", PASSWORD), SignedIn.class));
        SessionOpened opened = opened(moderator);
        assertEquals(ServiceCaller.ADDRESS, opened.server());
        assertEquals(stage.clock.instant().plus(OperatorStage.NUMBER_LIFE), opened.expires());
        Ticket ticket = new TicketVerifier(stage.operator().certificate())
                .verify(opened.ticket())
                .orElseThrow();
        assertEquals(
                new Ticket(
                        ticket.id(),
                        opened.session(),
                        Role.MODERATOR,
                        MODERATOR,
                        OperatorStage.ORGANISATION,
                        "ks1",
                        stage.clock.instant().plusSeconds(60)),
                ticket);
        Certified certified = Anchors.of(stage.authority().certificate())
                .verify(
                        Certificates.decode(opened.certificates()).orElseThrow(),
                        CertifiedRole.SESSION_MODERATOR,
                        stage.clock.instant())
                .orElseThrow();
        assertEquals(opened.session(), certified.session().orElseThrow());
        assertEquals(MODERATOR.value(), certified.name());
    }

    @Test
    @Tag("001-27")
    @Tag("001-28")
    void sendsTheAttendeeToWhereHerModeratorWaits() {
        SessionOpened opened = opened(signedIn());
        communication.say(new Began(opened.session(), false));
        SessionFound found = attendee().ask(new JoinSession(opened.number(), ATTENDEE), SessionFound.class);
        assertEquals(opened.session(), found.session());
        assertEquals(opened.server(), found.server());
        Ticket ticket = new TicketVerifier(stage.operator().certificate())
                .verify(found.ticket())
                .orElseThrow();
        assertEquals(
                new Ticket(
                        ticket.id(),
                        opened.session(),
                        Role.ATTENDEE,
                        ATTENDEE,
                        "",
                        "ks1",
                        stage.clock.instant().minus(OperatorStage.SLOT).plusSeconds(60)),
                ticket);
    }

    @Test
    void givesEachTicketAnIdOfItsOwn() {
        SessionOpened opened = opened(signedIn());
        TicketVerifier verifier = new TicketVerifier(stage.operator().certificate());
        Caller attendee = attendee();
        JoinSession join = new JoinSession(opened.number(), ATTENDEE);
        Ticket first =
                verifier.verify(attendee.ask(join, SessionFound.class).ticket()).orElseThrow();
        Ticket second =
                verifier.verify(attendee.ask(join, SessionFound.class).ticket()).orElseThrow();
        assertNotEquals(first.id(), second.id());
    }

    @Test
    @Tag("001-69")
    @Tag("001-137")
    void answersAnUnknownANumberThatLapsedOneThatIsOverAndOneThatIsBlockedTheSame() {
        Caller moderator = signedIn();
        SessionOpened lapsed = opened(moderator);
        SessionOpened over = opened(moderator);
        communication.say(new Began(over.session(), true));
        communication.say(new Delivered(SampleReports.of(over.session(), stage.clock.instant())));
        stage.clock.pass(OperatorStage.NUMBER_LIFE);
        SessionOpened blocked = opened(moderator);
        communication.say(new Began(blocked.session(), true));
        communication.say(new Blocked(blocked.session(), true));
        Refused unknown = new Refused(Reason.NUMBER_UNKNOWN, Duration.ZERO);
        SessionNumber never = noneOf(lapsed, over, blocked);
        int address = 1;
        for (SessionNumber number :
                List.of(never, lapsed.number(), over.number(), blocked.number(), SessionNumber.REHEARSAL)) {
            Caller attendee = attendee("198.51.100." + address++);
            Instant asked = stage.clock.instant();
            attendee.say(new JoinSession(number, ATTENDEE));
            stage.timer.pass(OperatorStage.SLOT.minusNanos(1));
            assertEquals(1, attendee.heard().size(), "nothing before its time");
            stage.timer.pass(Duration.ofNanos(1));
            assertEquals(unknown, attendee.heard().getLast());
            assertEquals(asked.plus(OperatorStage.SLOT), stage.clock.instant());
        }
    }

    private static SessionNumber noneOf(SessionOpened... sessions) {
        List<Integer> taken =
                Stream.of(sessions).map(one -> one.number().value()).toList();
        return new SessionNumber(Stream.of(1, 2, 3, 4)
                .filter(one -> !taken.contains(one))
                .findFirst()
                .orElseThrow());
    }

    private Caller attendee(String address) {
        return stage.call(CertifiedRole.ATTENDEE_PACKAGE, "package", address).greeted();
    }

    @Test
    @Tag("001-69")
    void findsASessionThatIsOpenedToOthersAgainAndHearsOfItFromItsOwnServerOnly() {
        SessionOpened opened = opened(signedIn());
        JoinSession join = new JoinSession(opened.number(), ATTENDEE);
        stage.communicationServer("ks2").registered("ks2").say(new Blocked(opened.session(), true));
        attendee().ask(join, SessionFound.class);
        communication.say(new Blocked(opened.session(), true));
        assertEquals(Reason.NUMBER_UNKNOWN, attendee().ask(join, Refused.class).reason());
        stage.restart();
        assertEquals(Reason.NUMBER_UNKNOWN, attendee().ask(join, Refused.class).reason());
        communication = stage.communicationServer("ks1").registered("ks1");
        communication.say(new Blocked(opened.session(), false));
        attendee().ask(join, SessionFound.class);
    }

    @Test
    void answersEveryQuestionAboutANumberAfterWholeSlotsHoweverLongItTookToFind() {
        SessionOpened opened = opened(signedIn());
        for (SessionNumber number : List.of(opened.number(), noneOf(opened))) {
            Caller attendee = attendee();
            stage.slowness = Duration.ofMillis(260);
            attendee.say(new JoinSession(number, ATTENDEE));
            stage.slowness = Duration.ZERO;
            stage.timer.pass(Duration.ofMillis(239));
            assertEquals(1, attendee.heard().size());
            stage.timer.pass(Duration.ofMillis(1));
            assertEquals(2, attendee.heard().size());
        }
    }

    @Test
    @Tag("001-133")
    void endsASessionToWhichNobodyComesAndTellsItsServer() {
        Caller moderator = signedIn();
        SessionOpened opened = opened(moderator);
        communication.say(new Began(opened.session(), false));
        stage.timer.pass(OperatorStage.NUMBER_LIFE.plusSeconds(10));
        assertEquals(
                List.of(new Registered(), new Close(opened.session(), Reason.SESSION_EXPIRED)), communication.heard());
    }

    @Test
    void keepsTheNumberOfARunningSessionForMoreAttendees() {
        SessionOpened opened = opened(signedIn());
        communication.say(new Began(opened.session(), true));
        stage.timer.pass(OperatorStage.NUMBER_LIFE.multipliedBy(3));
        attendee().ask(new JoinSession(opened.number(), ATTENDEE), SessionFound.class);
        assertEquals(List.of(new Registered()), communication.heard());
    }

    @Test
    void closesRoomsOfSessionsThatAreOverWhenTheirServerComesBack() {
        SessionOpened opened = opened(signedIn());
        communication.hangUp();
        stage.timer.pass(OperatorStage.NUMBER_LIFE.plusSeconds(10));
        ServiceCaller back = stage.communicationServer("ks1").registered("ks1");
        Close close = new Close(opened.session(), Reason.SESSION_EXPIRED);
        assertEquals(List.of(new Registered(), close), back.heard());
        back.say(new Began(opened.session(), true));
        assertEquals(List.of(new Registered(), close, close), back.heard());
    }

    @Test
    void opensNoSessionWithoutACommunicationServer() {
        communication.hangUp();
        Caller moderator = signedIn();
        assertEquals(
                new Refused(Reason.NO_COMMUNICATION_SERVER, Duration.ZERO),
                moderator.ask(
                        new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), Refused.class));
    }

    @Test
    void letsAServerThatReconnectsTakeItsOwnPlace() {
        ServiceCaller again = stage.communicationServer("ks1").registered("ks1");
        assertEquals(List.of(new Registered()), again.heard());
        assertEquals(List.of(Reason.CONNECTION_LOST), communication.ended());
        opened(signedIn());
    }

    @Test
    @Tag("001-124")
    void registersAServerUnderItsCertifiedNameOnly() {
        ServiceCaller liar = stage.communicationServer("ks2").registered("ks1");
        assertEquals(List.of(new Declined(Reason.CLIENT_NOT_GENUINE)), liar.heard());
        assertEquals(List.of(Reason.CLIENT_NOT_GENUINE), liar.ended());
        assertEquals(List.of(), communication.ended());
    }

    @Test
    @Tag("001-74")
    @Tag("001-131")
    void storesTheReportOfASessionOnceHoweverOftenItIsDelivered() {
        SessionOpened opened = opened(signedIn());
        Instant began = stage.clock.instant();
        SessionReport report = SampleReports.full(opened.session(), began);
        communication.say(new Delivered(report));
        communication.say(new Delivered(report));
        Taken taken = new Taken(opened.session());
        assertEquals(List.of(new Registered(), taken, taken), communication.heard());
        assertEquals(
                report,
                administrator
                        .ask(new ReadReport(opened.session()), ReportFound.class)
                        .report());
        ReportList list = administrator.ask(new ListReports(Instant.EPOCH, began.plusSeconds(1), 10), ReportList.class);
        assertEquals(1, list.reports().size());
        assertEquals(MODERATOR, list.reports().getFirst().moderator());
        assertEquals(Duration.ofSeconds(754), list.reports().getFirst().duration());
        assertEquals(2, list.reports().getFirst().participants());
    }

    @Test
    void takesNoOtherReportOfTheSameSession() {
        SessionOpened opened = opened(signedIn());
        SessionReport report = SampleReports.full(opened.session(), stage.clock.instant());
        communication.say(new Delivered(report));
        communication.say(new Delivered(SampleReports.of(opened.session(), stage.clock.instant())));
        assertEquals(List.of(new Registered(), new Taken(opened.session())), communication.heard());
        assertEquals(
                report,
                administrator
                        .ask(new ReadReport(opened.session()), ReportFound.class)
                        .report());
    }

    @Test
    @Tag("001-124")
    void takesAReportOnlyFromTheServerThatHadTheSession() {
        SessionOpened opened = opened(signedIn());
        ServiceCaller other = stage.communicationServer("ks2").registered("ks2");
        other.say(new Delivered(SampleReports.of(opened.session(), stage.clock.instant())));
        assertEquals(List.of(new Registered()), other.heard());
        other.say(new Began(opened.session(), true));
        assertInstanceOf(Close.class, other.heard().getLast());
        assertEquals(
                new Refused(Reason.REPORT_UNKNOWN, Duration.ZERO),
                administrator.ask(new ReadReport(opened.session()), Refused.class));
    }

    @Test
    void keepsSessionsAndReportsOverARestart() {
        Caller moderator = signedIn();
        SessionOpened living = opened(moderator);
        SessionOpened over = opened(moderator);
        SessionReport report = SampleReports.full(over.session(), stage.clock.instant());
        communication.say(new Delivered(report));
        stage.restart();
        assertEquals(List.of(Reason.SERVER_STOPPING), moderator.ended());
        assertEquals(
                living.session(),
                attendee()
                        .ask(new JoinSession(living.number(), ATTENDEE), SessionFound.class)
                        .session());
        assertEquals(
                report,
                stage.call(CertifiedRole.ADMINISTRATOR)
                        .greeted()
                        .ask(new ReadReport(over.session()), ReportFound.class)
                        .report());
    }

    @Test
    @Tag("001-16")
    void opensNothingForAModeratorWhoseAccessWasTakenAway() {
        Caller moderator = signedIn();
        administrator.ask(new DisableUser("anna"), Done.class);
        assertEquals(
                new Refused(Reason.SIGN_IN_NEEDED, Duration.ZERO),
                moderator.ask(
                        new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), Refused.class));
        assertEquals(
                new Refused(Reason.SIGN_IN_REFUSED, Duration.ZERO),
                moderator.ask(new SignIn("anna", PASSWORD), Refused.class));
    }

    @Test
    void refusesAnotherVersionAndSaysSo() {
        Caller old = stage.call(CertifiedRole.ATTENDEE_PACKAGE);
        old.say(new Greeting(7));
        assertEquals(List.of(new Refused(Reason.VERSION_UNSUPPORTED, Duration.ZERO)), old.heard());
        assertEquals(List.of(Reason.VERSION_UNSUPPORTED), old.ended());
    }

    @Test
    void hangsUpOnWhoSaysNothing() {
        Caller silent = stage.call(CertifiedRole.ATTENDEE_PACKAGE);
        Caller greeted = attendee();
        stage.timer.pass(Duration.ofMinutes(1));
        assertEquals(List.of(Reason.TOO_SLOW), silent.ended());
        assertEquals(List.of(), greeted.ended());
        stage.timer.pass(Duration.ofMinutes(30));
        assertEquals(List.of(Reason.TOO_SLOW), greeted.ended());
        assertTrue(communication.ended().isEmpty());
    }

    @Test
    void letsNobodyGuessNumbersWithoutPauses() {
        SessionOpened opened = opened(signedIn());
        Caller guesser = attendee();
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    Reason.NUMBER_UNKNOWN,
                    guesser.ask(new JoinSession(noneOf(opened), ATTENDEE), Refused.class)
                            .reason());
        }
        // The right one is not answered differently now.
        Refused refused = guesser.ask(new JoinSession(opened.number(), ATTENDEE), Refused.class);
        assertEquals(new Refused(Reason.TOO_MANY_TRIES, Duration.ofMinutes(2).minus(OperatorStage.SLOT)), refused);
        stage.call(CertifiedRole.ATTENDEE_PACKAGE, "other", "198.51.100.9")
                .greeted()
                .ask(new JoinSession(opened.number(), ATTENDEE), SessionFound.class);
        stage.clock.pass(Duration.ofMinutes(2));
        guesser.ask(new JoinSession(opened.number(), ATTENDEE), SessionFound.class);
    }

    @Test
    void tellsClientsThatNothingCanBeStoredAndTakesNoReport() {
        Caller moderator = signedIn();
        SessionOpened opened = opened(moderator);
        stage.database().close();
        Refused refused = new Refused(Reason.SERVER_CANNOT_STORE, Duration.ZERO);
        assertEquals(
                refused,
                moderator.ask(
                        new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), Refused.class));
        assertEquals(refused, attendee().ask(new JoinSession(opened.number(), ATTENDEE), Refused.class));
        communication.say(new Delivered(SampleReports.of(opened.session(), stage.clock.instant())));
        assertEquals(List.of(new Registered()), communication.heard());
        assertEquals(List.of(), communication.ended());
    }

    @Test
    void givesOneModeratorOnlySoManySessions() {
        Caller moderator = signedIn();
        for (int i = 0; i < 20; i++) {
            opened(moderator);
        }
        assertEquals(
                new Refused(Reason.NO_NUMBER_FREE, Duration.ZERO),
                moderator.ask(
                        new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), Refused.class));
        stage.timer.pass(OperatorStage.NUMBER_LIFE.plusSeconds(10));
        communication = stage.communicationServer("ks1").registered("ks1");
        opened(signedIn());
    }

    @Test
    @Tag("001-16")
    void takesTwoModeratorsOfOneNameForTwoPeople() {
        stage.introduce("anna.weber", MODERATOR, PASSWORD);
        Caller other = stage.call(CertifiedRole.MODERATOR_DEVICE).greeted();
        assertEquals(
                MODERATOR,
                other.ask(new SignIn("anna.weber", PASSWORD), SignedIn.class).name());
        Caller moderator = signedIn();
        for (int i = 0; i < 19; i++) {
            opened(moderator);
        }
        SessionOpened hers = opened(moderator);
        SessionOpened others = opened(other);
        // What one of them is refused, or loses, is no matter of the other.
        moderator.ask(new OpenSession(SessionKey.generate(stage.random()).certificationRequest()), Refused.class);
        administrator.ask(new DisableUser("anna"), Done.class);
        assertTrue(communication.heard().contains(new Close(hers.session(), Reason.ACCESS_ENDED)));
        assertFalse(communication.heard().contains(new Close(others.session(), Reason.ACCESS_ENDED)));
        opened(other);
        communication.say(new Delivered(SampleReports.of(others.session(), stage.clock.instant())));
        assertEquals(
                "local:anna.weber",
                administrator
                        .ask(new ReadReport(others.session()), ReportFound.class)
                        .vouched()
                        .orElseThrow()
                        .account());
    }
}
