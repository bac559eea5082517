package org.beistand.communication.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.beistand.transport.link.Watermarks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Martin and Anna, Berta and Clara; Anna's computer stops reading. */
final class BackPressureTest {
    private static final int FRAME = 1012;
    private static final Watermarks MARKS = new Watermarks(1000, 4000, 100_000);

    @TempDir
    Path folder;

    private final SessionId session = House.session();
    private House house;
    private Person martin;
    private Person anna;
    private Person berta;
    private Person clara;

    @BeforeEach
    void open() throws SpoolUnusable {
        house = new House(folder, MARKS);
        martin = house.moderator(session);
        anna = house.guest(session, martin, "Anna");
        berta = house.guest(session, martin, "Berta");
        clara = house.guest(session, martin, "Clara");
        List.of(martin, anna, berta, clara).forEach(Person::hears);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aStalledReaderHoldsBackHerSenderAndMemoryStaysBounded() {
        anna.link().pause();
        int sent = sendAsLongAsPossible(martin, anna);

        assertFalse(martin.link().isWritable(), "he feels it");
        assertTrue(waitingFor(anna) <= MARKS.high() + FRAME, () -> waitingFor(anna) + " bytes wait for her");
        assertTrue(sent * FRAME <= 2 * (MARKS.high() + FRAME), "no more went in than the two links hold: " + sent);
        assertEquals(0, anna.envelopes());

        anna.link().resume();
        house.settle();
        assertEquals(sent, anna.envelopes());
        assertTrue(martin.link().isWritable(), "and feels that it is over");
        assertInOrder(anna.hears(), martin.id());
    }

    @Test
    void theOthersFlowOnMeanwhile() {
        anna.link().pause();
        sendAsLongAsPossible(martin, anna);
        for (int round = 0; round < 100; round++) {
            berta.seal(clara, Traffic.FILES, payload(round));
            clara.seal(berta, Traffic.FILES, payload(round));
            clara.seal(martin, Traffic.FILES, payload(round));
            house.settle();
        }
        assertEquals(100, clara.envelopes());
        assertEquals(100, berta.envelopes());
        assertEquals(100, martin.envelopes(), "who is held back still receives");
    }

    @Test
    void everySenderToAStalledReaderIsHeldBackAndReleased() {
        anna.link().pause();
        int sent = sendAsLongAsPossible(martin, anna)
                + sendAsLongAsPossible(berta, anna)
                + sendAsLongAsPossible(clara, anna);
        assertTrue(waitingFor(anna) <= MARKS.high() + 3 * FRAME, "one more frame of each sender");

        anna.link().resume();
        house.settle();
        assertEquals(sent, anna.envelopes());
        for (Person one : List.of(martin, berta, clara)) {
            one.seal(anna, Traffic.SCREEN, payload(0));
        }
        house.settle();
        assertEquals(sent + 3, anna.envelopes());
    }

    @Test
    void whoTakesNothingForHalfAMinuteIsTooSlow() {
        anna.link().pause();
        sendAsLongAsPossible(martin, anna);
        house.pass(Duration.ofSeconds(30).minusMillis(1));
        assertEquals(List.of(), martin.hears());

        house.pass(Duration.ofMillis(1));

        assertTrue(martin.hears().contains(new Departed(anna.id(), Reason.PARTICIPANT_LOST)));
        martin.seal(berta, Traffic.SCREEN, payload(0));
        house.settle();
        assertEquals(1, berta.envelopes(), "her senders are free again");
        martin.say(new Leave(Reason.MODERATOR_LEFT));
        assertEquals(
                Reason.TOO_SLOW, house.report(session).participants().get(1).reason());
    }

    @Test
    void whoTakesSomethingNowAndThenIsNotTooSlow() {
        for (int i = 0; i < 4; i++) {
            anna.link().pause();
            sendAsLongAsPossible(martin, anna);
            house.pass(Duration.ofSeconds(29));
            anna.link().resume();
            house.settle();
        }
        assertEquals(Optional.empty(), anna.closed());
        assertEquals(List.of(), martin.hears());
    }

    @Test
    void aStalledReaderWhoGoesReleasesHerSenders() {
        anna.link().pause();
        sendAsLongAsPossible(martin, anna);

        house.serverEnds.get(1).cut();
        house.settle();

        assertTrue(martin.link().isWritable());
        martin.seal(berta, Traffic.SCREEN, payload(0));
        house.settle();
        assertEquals(1, berta.envelopes());
    }

    @Test
    void whatIsTakenAtOnceLeavesNobodyHeldBack() throws SpoolUnusable {
        // Each envelope is beyond the mark, and is gone again before anybody was told that the link is full.
        try (House narrow = new House(folder.resolve("narrow"), new Watermarks(10, 500, 100_000))) {
            Person moderator = narrow.moderator(session);
            Person guest = narrow.guest(session, moderator, "Anna");
            for (int i = 0; i < 10; i++) {
                moderator.seal(guest, Traffic.SCREEN, payload(i));
                moderator.seal(guest, Traffic.SCREEN, payload(i));
                narrow.settle();
            }
            assertEquals(20, guest.envelopes());
        }
    }

    private long waitingFor(Person person) {
        return house.serverEnds.get(person.id().value() - 1).unsent();
    }

    /** A polite sender: stops when its own link says so. */
    private int sendAsLongAsPossible(Person from, Person to) {
        int sent = 0;
        while (from.link().isWritable() && sent < 1000) {
            from.seal(to, Traffic.SCREEN, payload(sent++));
            house.settle();
        }
        return sent;
    }

    private static byte[] payload(int number) {
        byte[] sealed = new byte[1000];
        sealed[0] = (byte) (number >>> 8);
        sealed[1] = (byte) number;
        return sealed;
    }

    private static void assertInOrder(List<RelayMessage> heard, ParticipantId sender) {
        for (int i = 0; i < heard.size(); i++) {
            Envelope envelope = (Envelope) heard.get(i);
            assertEquals(sender, envelope.other());
            assertEquals(
                    i, (envelope.sealed().at(0) & 0xFF) << 8 | envelope.sealed().at(1) & 0xFF);
        }
    }
}
