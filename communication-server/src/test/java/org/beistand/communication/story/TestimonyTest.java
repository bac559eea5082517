package org.beistand.communication.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.ServiceVocabulary;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestimonyTest {
    @TempDir
    Path folder;

    private final SessionId session = House.session();
    private House house;
    private Person martin;
    private Person anna;

    @BeforeEach
    void open() throws SpoolUnusable {
        house = new House(folder);
        martin = house.moderator(session);
        anna = house.guest(session, martin, "Anna");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    @Tag("001-80")
    void whatAWitnessSaysStandsInTheReportWithBothTimes() {
        RightAllowed allowed = new RightAllowed(anna.id(), martin.id(), Permission.VIEW_SCREEN);
        Instant hers = house.clock.instant().minus(Duration.ofHours(3));
        house.pass(Duration.ofSeconds(7));
        anna.say(new Stated(hers, allowed));
        house.settle();

        assertEquals(List.of(new Testimony(anna.id(), hers, house.clock.instant(), allowed)), end().testimony());
    }

    @Test
    void someoneWhoFloodsIsHeardOnlySoFastAndTheReportSaysThatMoreWasSaid() {
        for (int i = 0; i < 300; i++) {
            state(anna);
        }
        house.settle();
        state(martin);
        house.settle();
        SessionReport report = end();
        assertEquals(201, report.testimony().size());
        assertEquals(martin.id(), report.testimony().getLast().witness());
        assertFalse(report.complete());
    }

    @Test
    void nobodyCanTalkTheOthersOutOfTheReport() {
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 100; j++) {
                state(anna);
            }
            house.pass(Duration.ofSeconds(60));
        }
        state(martin);
        house.settle();
        SessionReport report = end();
        assertEquals(2001, report.testimony().size());
        assertEquals(martin.id(), report.testimony().getLast().witness());
        assertFalse(report.complete());
    }

    @Test
    void theLargestReportStillFitsIntoItsMessage() {
        Person berta = house.guest(session, martin, "B".repeat(80));
        FileEnded large = new FileEnded(
                anna.id(),
                martin.id(),
                "f".repeat(255),
                Long.MAX_VALUE,
                Octets.of(new byte[32]),
                java.util.Optional.empty());
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 100; j++) {
                for (Person one : List.of(martin, anna, berta)) {
                    one.say(new Stated(house.clock.instant(), large));
                }
            }
            house.pass(Duration.ofSeconds(60));
        }
        for (int i = 0; i < 70; i++) {
            Person more = house.attendee(session, "名".repeat(80));
            more.say(new Leave(Reason.ATTENDEE_LEFT));
            house.settle();
        }
        SessionReport report = end();
        assertEquals(4000, report.testimony().size());
        assertEquals(64, report.participants().size());
        assertEquals(
                List.of(martin.id(), anna.id(), berta.id()),
                report.participants().subList(0, 3).stream()
                        .map(one -> one.id())
                        .toList());
        assertFalse(report.complete());
        assertTrue(ServiceVocabulary.TABLE.encode(new Delivered(report)).length() > 1_000_000);
    }

    @Test
    void aSessionInWhichAllWasHeardIsComplete() {
        state(anna);
        state(martin);
        assertTrue(end().complete());
    }

    private void state(Person who) {
        who.say(new Stated(house.clock.instant(), new PauseBegan(anna.id())));
    }

    private SessionReport end() {
        house.settle();
        martin.say(new Leave(Reason.MODERATOR_LEFT));
        return house.report(session);
    }
}
