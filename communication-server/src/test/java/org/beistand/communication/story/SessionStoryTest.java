package org.beistand.communication.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionStoryTest {
    private static final ParticipantId MARTIN = new ParticipantId(1);
    private static final ParticipantId ANNA = new ParticipantId(2);

    @TempDir
    Path folder;

    private House house;
    private final SessionId session = House.session();

    @BeforeEach
    void open() throws SpoolUnusable {
        house = new House(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Tag("001-19")
    @Tag("001-20")
    void theModeratorWaitsUntilAnAttendeeKnocks() {
        Person martin = house.moderator(session);
        assertEquals(List.of(new Attached(MARTIN)), martin.hears());
        assertEquals(List.of("opened"), house.watched);

        Person anna = house.attendee(session, "Anna Lindström");

        assertEquals(List.of(new Knocked(ANNA, Role.ATTENDEE, new PersonName("Anna Lindström"), "")), martin.hears());
        assertEquals(List.of(new Attached(ANNA)), anna.hears());
    }

    @Test
    @Tag("001-29")
    void nobodyComesToARoomWhereNoModeratorIsWaiting() {
        Person anna = house.attendee(session, "Anna");
        assertEquals(List.of(new Ended(Reason.TICKET_REFUSED)), anna.hears());
        assertEquals(Optional.of(Reason.TICKET_REFUSED), anna.closed());
    }

    @Test
    @Tag("001-30")
    void whoeverWasLetInKnowsTheOthersAndTheyKnowHer() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        Person kenji = house.come(session, Role.EXPERT, "検査 健二");
        martin.hears();
        anna.hears();
        kenji.hears();

        martin.say(new Admit(kenji.id()));
        house.settle();

        Entered entered = new Entered(kenji.id(), Role.EXPERT, new PersonName("検査 健二"), "Mikroskope AG");
        assertEquals(List.of(entered), martin.hears());
        assertEquals(List.of(entered), anna.hears());
        assertEquals(
                List.of(
                        new Entered(MARTIN, Role.MODERATOR, new PersonName("Martin Weber"), "Mikroskope AG"),
                        new Entered(ANNA, Role.ATTENDEE, new PersonName("Anna"), "")),
                kenji.hears());
        assertEquals(List.of("opened", "started"), house.watched);
    }

    @Test
    void envelopesArriveUnchangedFromTheirSenderAndInOrder() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        anna.hears();
        for (int i = 0; i < 5000; i++) {
            martin.seal(anna, Traffic.CONTROL, (byte) (i >>> 8), (byte) i);
        }
        house.settle();

        List<?> heard = anna.hears();
        assertEquals(5000, heard.size());
        for (int i = 0; i < 5000; i++) {
            assertEquals(new Envelope(MARTIN, Traffic.CONTROL, Octets.of((byte) (i >>> 8), (byte) i)), heard.get(i));
        }
    }

    @Test
    @Tag("001-68")
    @Tag("001-136")
    void aRemovedAttendeeIsOutAndTheOthersHearOfIt() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        Person berta = house.guest(session, martin, "Berta");
        martin.hears();
        anna.hears();
        berta.hears();

        martin.say(new Remove(anna.id()));
        house.settle();
        berta.seal(anna, Traffic.SESSION, (byte) 1);
        house.settle();

        assertEquals(List.of(new Ended(Reason.REMOVED)), anna.hears());
        assertEquals(Optional.of(Reason.REMOVED), anna.closed());
        assertEquals(List.of(new Departed(ANNA, Reason.REMOVED)), martin.hears());
        assertEquals(List.of(new Departed(ANNA, Reason.REMOVED)), berta.hears());
    }

    @Test
    @Tag("001-69")
    @Tag("001-137")
    void aBlockedSessionLetsNobodyKnockUntilItIsOpenedAgain() {
        Person martin = house.moderator(session);
        martin.hears();
        martin.say(new Block(true));
        house.settle();
        Person anna = house.attendee(session, "Anna");
        assertEquals(List.of(new Ended(Reason.SESSION_BLOCKED)), anna.hears());
        assertEquals(List.of(), martin.hears());

        martin.say(new Block(true));
        martin.say(new Block(false));
        house.settle();
        assertEquals(List.of("opened", "blocked", "open again"), house.watched);
        assertEquals(
                List.of(new Attached(ANNA)), house.attendee(session, "Anna").hears());
    }

    @Test
    @Tag("001-70")
    @Tag("001-139")
    void anAttendeeCanGoAtAnyTimeAndTheModeratorWaitsForOthers() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        martin.hears();

        anna.say(new Leave(Reason.ATTENDEE_LEFT));
        house.settle();

        assertEquals(List.of(new Departed(ANNA, Reason.ATTENDEE_LEFT)), martin.hears());
        assertTrue(anna.closed().isPresent());
        house.guest(session, martin, "Berta");
        assertEquals(2, martin.hears().size());
    }

    @Test
    @Tag("001-138")
    void withoutTheModeratorTheSessionIsOverForAll() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        Person berta = house.attendee(session, "Berta");
        anna.hears();
        berta.hears();

        martin.say(new Leave(Reason.MODERATOR_LEFT));
        house.settle();

        assertEquals(List.of(new Ended(Reason.MODERATOR_LEFT)), anna.hears());
        assertEquals(List.of(new Ended(Reason.MODERATOR_LEFT)), berta.hears());
        assertEquals(Optional.of(Reason.MODERATOR_LEFT), anna.closed());
        assertEquals(List.of("opened", "started", "over"), house.watched);
        assertEquals(List.of(), house.reception.rooms());
        house.spool.forget(session); // and even when its report was handed over
        Person late = house.moderator(session);
        assertEquals(List.of(new Ended(Reason.TICKET_REFUSED)), late.hears(), "a session never begins twice");
    }

    @Test
    void aModeratorWhoseConnectionBreaksEndsTheSessionAsLost() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        anna.hears();

        house.serverEnds.getFirst().cut();
        house.settle();

        assertEquals(List.of(new Ended(Reason.PARTICIPANT_LOST)), anna.hears());
        assertEquals(Reason.PARTICIPANT_LOST, house.report(session).reason());
    }

    @Test
    void aKilledAttendeeIsMissedByTheOthers() {
        Person martin = house.moderator(session);
        house.guest(session, martin, "Anna");
        martin.hears();

        house.serverEnds.get(1).cut();
        house.settle();

        assertEquals(List.of(new Departed(ANNA, Reason.PARTICIPANT_LOST)), martin.hears());
    }

    @Test
    void whoIsTurnedAwayHearsItAndNobodyElseKnewOfHer() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        Person mallory = house.attendee(session, "Mallory");
        anna.hears();
        martin.hears();
        mallory.hears();

        martin.say(new TurnAway(mallory.id()));
        house.settle();

        assertEquals(List.of(new Ended(Reason.REFUSED_IN_LOBBY)), mallory.hears());
        assertEquals(List.of(), anna.hears());
        assertEquals(List.of(new Departed(mallory.id(), Reason.REFUSED_IN_LOBBY)), martin.hears());
    }

    @Test
    void nobodyWaitsInTheLobbyForMoreThanFiveMinutes() {
        Person martin = house.moderator(session);
        Person anna = house.attendee(session, "Anna");
        Person berta = house.guest(session, martin, "Berta");
        martin.hears();
        anna.hears();
        berta.hears();

        house.pass(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(List.of(), anna.hears());
        house.pass(Duration.ofMillis(1));

        assertEquals(List.of(new Ended(Reason.LOBBY_TIMED_OUT)), anna.hears());
        assertEquals(List.of(new Departed(ANNA, Reason.LOBBY_TIMED_OUT)), martin.hears());
        assertEquals(List.of(), berta.hears(), "who was let in waits no longer");
        assertTrue(martin.closed().isEmpty());
    }

    @Test
    void anEnvelopeFromTheLobbyIsAViolation() {
        Person martin = house.moderator(session);
        Person anna = house.attendee(session, "Anna");
        martin.hears();
        anna.hears();

        anna.say(new Envelope(MARTIN, Traffic.SCREEN, Octets.of((byte) 1)));
        house.settle();

        assertEquals(List.of(new Ended(Reason.PROTOCOL_VIOLATION)), anna.hears());
        assertEquals(List.of(new Departed(ANNA, Reason.PARTICIPANT_LOST)), martin.hears());
    }

    @Test
    @Tag("001-74")
    @Tag("001-75")
    @Tag("001-76")
    @Tag("001-77")
    @Tag("001-78")
    @Tag("001-79")
    void theReportTellsWhoWasThereWhenAndHowMuchWasSaid() {
        Person martin = house.moderator(session);
        house.pass(Duration.ofSeconds(10));
        Person anna = house.attendee(session, "Anna");
        house.pass(Duration.ofSeconds(5));
        martin.say(new Admit(anna.id()));
        house.settle();
        anna.seal(martin, Traffic.SCREEN, new byte[1000]);
        anna.seal(martin, Traffic.SCREEN, new byte[500]);
        martin.seal(anna, Traffic.CONTROL, new byte[7]);
        house.pass(Duration.ofMinutes(1));
        martin.say(new Leave(Reason.MODERATOR_LEFT));

        SessionReport report = house.report(session);

        var began = org.beistand.crypto.identity.Site.NOW;
        assertEquals(
                new SessionReport(
                        session,
                        House.NAME,
                        began,
                        began.plusSeconds(75),
                        Reason.MODERATOR_LEFT,
                        List.of(
                                new Attendance(
                                        MARTIN,
                                        Role.MODERATOR,
                                        new PersonName("Martin Weber"),
                                        "Mikroskope AG",
                                        began,
                                        Optional.of(began),
                                        began.plusSeconds(75),
                                        Reason.MODERATOR_LEFT,
                                        List.of(
                                                new TrafficCount(Traffic.SCREEN, 0, 1500),
                                                new TrafficCount(Traffic.CONTROL, 7, 0))),
                                new Attendance(
                                        ANNA,
                                        Role.ATTENDEE,
                                        new PersonName("Anna"),
                                        "",
                                        began.plusSeconds(10),
                                        Optional.of(began.plusSeconds(15)),
                                        began.plusSeconds(75),
                                        Reason.MODERATOR_LEFT,
                                        List.of(
                                                new TrafficCount(Traffic.SCREEN, 1500, 0),
                                                new TrafficCount(Traffic.CONTROL, 0, 7)))),
                        List.of(),
                        true),
                report);
    }

    @Test
    void whenTheServerStopsEverybodyIsToldAndTheReportSaysSo() {
        Person martin = house.moderator(session);
        Person anna = house.guest(session, martin, "Anna");
        Person stranger = house.stranger(House.PACKAGE);
        anna.hears();

        house.reception.stop();
        house.settle();

        assertEquals(List.of(new Ended(Reason.SERVER_STOPPING)), anna.hears());
        assertEquals(List.of(new Ended(Reason.SERVER_STOPPING)), stranger.hears());
        assertEquals(Reason.SERVER_STOPPING, house.report(session).reason());
    }
}
