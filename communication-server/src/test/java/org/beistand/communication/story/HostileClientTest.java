package org.beistand.communication.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.beistand.communication.report.SpoolUnusable;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever one client does, only its own connection ends. */
final class HostileClientTest {
    private static final ParticipantId MARTIN = new ParticipantId(1);

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
        martin.hears();
        anna.hears();
    }

    @AfterEach
    void theOthersAreUntouched() {
        martin.hears();
        anna.hears();
        martin.seal(anna, Traffic.SESSION, (byte) 1);
        anna.seal(martin, Traffic.SESSION, (byte) 2);
        house.settle();
        assertEquals(List.of(new Envelope(MARTIN, Traffic.SESSION, Octets.of((byte) 1))), anna.hears());
        assertEquals(List.of(new Envelope(anna.id(), Traffic.SESSION, Octets.of((byte) 2))), martin.hears());
        house.close();
    }

    @Test
    void aStrangerCanOnlyAttach() {
        for (RelayMessage message : everything()) {
            if (!(message instanceof Attach)) {
                assertEndsAsViolation(house.stranger(House.PACKAGE), RelayVocabulary.TABLE.encode(message));
            }
        }
    }

    @Test
    void nobodySpeaksWithTheServersVoice() {
        for (RelayMessage message : everything()) {
            boolean servers = message instanceof Attached
                    || message instanceof Knocked
                    || message instanceof Entered
                    || message instanceof Departed
                    || message instanceof Ended;
            if (servers) {
                assertEndsAsViolation(mallory(), RelayVocabulary.TABLE.encode(message));
            }
        }
    }

    @Test
    void aGuestCannotActAsTheModerator() {
        for (RelayMessage message : List.of(
                new Admit(anna.id()),
                new TurnAway(anna.id()),
                new Remove(anna.id()),
                new Remove(MARTIN),
                new Block(true))) {
            assertEndsAsViolation(mallory(), RelayVocabulary.TABLE.encode(message));
        }
    }

    @Test
    void attachingTwiceIsAViolation() {
        Attach second =
                new Attach(OperatorVocabulary.VERSION, House.signed(house.ticket(session, Role.ATTENDEE, "Mallory")));
        assertEndsAsViolation(mallory(), RelayVocabulary.TABLE.encode(second));
        Person hasty = house.stranger(House.DEVICE);
        hasty.attach(House.signed(house.ticket(House.session(), Role.MODERATOR, "Mallory")));
        assertEndsAsViolation(hasty, RelayVocabulary.TABLE.encode(second));
    }

    @Test
    void truncatedLengthenedAndUnknownFramesEndTheConnection() {
        List<Octets> bad = new ArrayList<>();
        for (RelayMessage message : List.of(
                new Envelope(MARTIN, Traffic.SCREEN, Octets.of(new byte[20])),
                new Stated(house.clock.instant(), new PauseBegan(MARTIN)),
                new Leave(Reason.ATTENDEE_LEFT))) {
            Octets whole = RelayVocabulary.TABLE.encode(message);
            for (int length = 1; length < whole.length(); length++) {
                bad.add(whole.slice(0, length));
            }
            byte[] longer = new byte[whole.length() + 1];
            whole.copyTo(longer, 0);
            bad.add(Octets.of(longer));
        }
        bad.add(Octets.of(new byte[] {0x7F, 0x7F}));
        bad.add(Octets.of(new byte[] {0x02, 0x10, 0, 1, 0, 2, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}));
        for (Octets frame : bad) {
            assertEndsAsViolation(mallory(), frame);
        }
    }

    @Test
    void anEnvelopeLargerThanTheTableAllowsEndsTheConnection() {
        byte[] giant = new byte[2 + RelayVocabulary.TABLE.atMost() + 1];
        giant[0] = 0x02;
        giant[1] = 0x10;
        assertEndsAsViolation(mallory(), Octets.of(giant));
    }

    @Test
    void noiseEndsTheConnectionWhateverItIs() {
        Random noise = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            byte[] frame = new byte[2 + noise.nextInt(100)];
            noise.nextBytes(frame);
            frame[0] = 0x02; // or it would be too easy
            Person stranger = house.stranger(House.PACKAGE);
            stranger.say(Octets.of(frame));
            house.settle();
            assertTrue(stranger.closed().isPresent());
        }
    }

    @Test
    void whoSaysNothingForTenSecondsIsSentAway() {
        Person silent = house.stranger(House.PACKAGE);
        house.pass(Duration.ofSeconds(10).minusMillis(1));
        assertEquals(Optional.empty(), silent.closed());
        house.pass(Duration.ofMillis(1));
        assertEquals(List.of(new Ended(Reason.TOO_SLOW)), silent.hears());
        assertEquals(Optional.of(Reason.TOO_SLOW), silent.closed());
    }

    @Test
    void envelopesToNobodyToOneselfAndToTheLobbyAreDropped() {
        Person mallory = house.guest(session, martin, "Mallory");
        Person waiting = house.attendee(session, "Berta");
        List.of(martin, anna, mallory, waiting).forEach(Person::hears);

        mallory.say(new Envelope(new ParticipantId(77), Traffic.SCREEN, Octets.of((byte) 1)));
        mallory.say(new Envelope(mallory.id(), Traffic.SCREEN, Octets.of((byte) 1)));
        mallory.say(new Envelope(waiting.id(), Traffic.SCREEN, Octets.of((byte) 1)));
        house.settle();

        for (Person one : List.of(martin, anna, mallory, waiting)) {
            assertEquals(List.of(), one.hears());
        }
        assertEquals(Optional.empty(), mallory.closed());
    }

    @Test
    void peopleOfAnotherSessionCannotBeReached() {
        SessionId other = House.session();
        Person eve = house.moderator(other);
        Person mallory = house.guest(other, eve, "Mallory");
        Person third = house.guest(other, eve, "Third");
        List.of(martin, anna, eve, mallory, third).forEach(Person::hears);

        mallory.say(new Envelope(MARTIN, Traffic.SCREEN, Octets.of((byte) 9)));
        eve.say(new Remove(anna.id())); // the same number, in her own room
        house.settle();

        assertEquals(List.of(), martin.hears());
        assertEquals(List.of(), anna.hears());
        assertEquals(1, eve.envelopes());
        assertEquals(List.of(new Ended(Reason.REMOVED)), mallory.hears());
    }

    /** Has been let in. */
    private Person mallory() {
        Person mallory = house.guest(session, martin, "Mallory");
        mallory.hears();
        return mallory;
    }

    private void assertEndsAsViolation(Person person, Octets frame) {
        person.say(frame);
        house.settle();
        assertEquals(Optional.of(Reason.PROTOCOL_VIOLATION), person.closed(), frame::toHex);
    }

    private static List<RelayMessage> everything() {
        PersonName name = new PersonName("Mallory");
        List<RelayMessage> all = List.of(
                new Attach(1, new SignedTicket(Octets.EMPTY, Octets.EMPTY)),
                new Admit(MARTIN),
                new TurnAway(MARTIN),
                new Remove(MARTIN),
                new Block(true),
                new Leave(Reason.MODERATOR_LEFT),
                new Stated(java.time.Instant.EPOCH, new PauseBegan(MARTIN)),
                new Envelope(MARTIN, Traffic.SCREEN, Octets.EMPTY),
                new Attached(MARTIN),
                new Knocked(MARTIN, Role.MODERATOR, name, ""),
                new Entered(MARTIN, Role.MODERATOR, name, ""),
                new Departed(MARTIN, Reason.MODERATOR_LEFT),
                new Ended(Reason.MODERATOR_LEFT));
        assertEquals(RelayVocabulary.TABLE.rows().size(), all.size());
        return all;
    }
}
