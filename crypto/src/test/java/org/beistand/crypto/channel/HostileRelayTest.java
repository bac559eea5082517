package org.beistand.crypto.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a relay can do to the bytes between two people: delay them and cut them off, and nothing else. */
@Tag("001-40")
class HostileRelayTest {
    private static final Octets WORDS =
            Octets.of("the patient's name".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final List<ChannelEvent> NOTICED = List.of(new ChannelEvent.Broken(Reason.SEAL_BROKEN));

    private final Site site = new Site();
    private final SessionId session = SessionId.random(site.random);
    private final Identity doctor = site.moderator(session, "Dr. Grün", "Nord");
    private final Identity ada = site.guest(session);

    private TwoEnds ends() {
        return new TwoEnds(
                SealedChannel.moderator(doctor, session, site.random),
                SealedChannel.guest(ada, session, site.anchors, site.clock, site.random));
    }

    private static Octets flipped(Octets bytes, int at, int bit) {
        byte[] altered = bytes.toArray();
        altered[at] ^= (byte) (1 << bit);
        return Octets.of(altered);
    }

    private static Octets joined(Octets one, Octets two) {
        byte[] both = new byte[one.length() + two.length()];
        one.copyTo(both, 0);
        two.copyTo(both, one.length());
        return Octets.of(both);
    }

    /** Every position of the headers and the beginnings, and samples of the rest, in each of the three flights. */
    @Test
    void cannotAlterTheHandshake() {
        List<Octets> honest = flights();
        int tried = 0;
        for (int flight = 0; flight < 3; flight++) {
            int length = honest.get(flight).length();
            for (int at = 0; at < length; at += at < 60 ? 1 : 61) {
                int which = flight;
                int where = Math.min(at, length - 40); // signatures differ in length by a few bytes
                int bit = at % 8;
                AtomicInteger count = new AtomicInteger();
                TwoEnds ends = ends();
                ends.relay(bytes -> count.getAndIncrement() == which ? flipped(bytes, where, bit) : bytes);
                ends.shakeHands();
                assertFalse(
                        ends.moderator.established().isPresent()
                                && ends.guest.established().isPresent(),
                        "flight " + which + ", byte " + where);
                assertTrue(
                        ends.moderator.broken().isPresent()
                                || ends.guest.broken().isPresent(),
                        "flight " + which + ", byte " + where);
                tried++;
            }
        }
        assertTrue(tried > 200);
    }

    private List<Octets> flights() {
        List<Octets> flights = new ArrayList<>();
        TwoEnds ends = ends();
        ends.relay(bytes -> {
            flights.add(bytes);
            return bytes;
        });
        ends.shakeHands();
        assertEquals(3, flights.size());
        return flights;
    }

    @Test
    void cannotCutOrStretchTheHandshake() {
        for (int flight = 0; flight < 3; flight++) {
            int which = flight;
            for (int change : new int[] {-1, -30, +1, +5}) {
                AtomicInteger count = new AtomicInteger();
                TwoEnds ends = ends();
                ends.relay(bytes -> count.getAndIncrement() == which ? resized(bytes, change) : bytes);
                ends.shakeHands();
                assertTrue(ends.moderator.broken().isPresent()
                        || ends.guest.broken().isPresent());
            }
        }
    }

    private static Octets resized(Octets bytes, int change) {
        return Octets.of(java.util.Arrays.copyOf(bytes.toArray(), bytes.length() + change));
    }

    @Test
    void cannotAlterAMessage() {
        int length = ends().shakeHands().moderator.channel.seal(WORDS).bytes().length();
        for (int at = 0; at < length; at++) {
            TwoEnds ends = ends().shakeHands();
            Octets sealed = ends.moderator.channel.seal(WORDS).bytes();
            assertEquals(NOTICED, ends.guest.channel.received(flipped(sealed, at, at % 8)), "byte " + at);
        }
    }

    @Test
    void cannotAlterALongMessageAnywhere() {
        Octets picture = Octets.of(new byte[SealedChannel.LONGEST_MESSAGE]);
        for (int at : new int[] {3, 4, 5, 16_000, 16_405, 16_407, 16_410, 33_000, 49_300, 65_000, 65_640}) {
            TwoEnds ends = ends().shakeHands();
            Octets sealed = ends.moderator.channel.seal(picture).bytes();
            assertEquals(NOTICED, ends.guest.channel.received(flipped(sealed, at, 0)), "byte " + at);
        }
    }

    /** @param misdeed what the relay does with two messages of the moderator to the guest, the last of which is noticed */
    private void noticed(Consumer<Relayed> misdeed) {
        TwoEnds ends = ends().shakeHands();
        Relayed relayed = new Relayed(
                ends,
                ends.moderator.channel.seal(WORDS).bytes(),
                ends.moderator.channel.seal(Octets.of(new byte[40_000])).bytes());
        misdeed.accept(relayed);
        assertEquals(Optional.of(Reason.SEAL_BROKEN), ends.guest.broken());
        // And then nothing works any more.
        assertEquals(List.of(), ends.guest.channel.received(relayed.first));
        assertThrows(IllegalStateException.class, () -> ends.guest.channel.seal(WORDS));
        assertEquals(List.of(), ends.guest.channel.close());
    }

    private record Relayed(TwoEnds ends, Octets first, Octets second) {
        void bring(Octets sealed) {
            ends.deliver(ends.guest, sealed);
        }
    }

    @Test
    void cannotRepeat() {
        noticed(relayed -> {
            relayed.bring(relayed.first);
            relayed.bring(relayed.first);
        });
    }

    @Test
    void cannotDrop() {
        noticed(relayed -> relayed.bring(relayed.second));
    }

    @Test
    void cannotReorder() {
        noticed(relayed -> {
            relayed.bring(relayed.second);
            relayed.bring(relayed.first);
        });
    }

    @Test
    void cannotTruncateNotEvenBetweenRecords() {
        int firstRecord = 5 + (1 << 14) + 17;
        for (int cut : new int[] {0, 1, 4, 5, 100, firstRecord - 1, firstRecord, firstRecord + 3, 2 * firstRecord}) {
            noticed(relayed -> {
                relayed.bring(relayed.first);
                relayed.bring(relayed.second.slice(0, cut));
            });
        }
    }

    @Test
    void cannotSplitOrJoinMessages() {
        noticed(relayed -> relayed.bring(joined(relayed.first, relayed.second)));
        noticed(relayed -> relayed.bring(joined(relayed.first, relayed.first)));
        noticed(relayed -> {
            relayed.bring(relayed.first);
            relayed.bring(relayed.second.slice(5 + (1 << 14) + 17, 200));
        });
    }

    @Test
    void cannotSendAMessageBackToWhereItCameFrom() {
        TwoEnds ends = ends().shakeHands();
        Octets sealed = ends.moderator.channel.seal(WORDS).bytes();
        assertEquals(NOTICED, ends.moderator.channel.received(sealed));
    }

    @Test
    void cannotSwapMessagesOfTwoChannels() {
        TwoEnds one = ends().shakeHands();
        TwoEnds other = ends().shakeHands();
        Octets sealed = one.moderator.channel.seal(WORDS).bytes();
        assertEquals(NOTICED, other.guest.channel.received(sealed));
    }

    @Test
    void cannotSwapTheHandshakesOfTwoChannels() {
        TwoEnds one = ends();
        TwoEnds other = ends();
        one.moderator.channel.start();
        other.moderator.channel.start();
        Octets adasHello = sent(one.guest.channel.start());
        Octets bobsHello = sent(other.guest.channel.start());
        Octets forAda = sent(one.moderator.channel.received(adasHello));
        sent(other.moderator.channel.received(bobsHello));
        assertEquals(List.of(new ChannelEvent.Broken(Reason.SEAL_REFUSED)), other.guest.channel.received(forAda));
    }

    private static Octets sent(List<ChannelEvent> events) {
        return ((ChannelEvent.ToSend) events.getFirst()).sealed().bytes();
    }

    @Test
    void cannotMakeAnEndBelieveGarbage() {
        for (Octets garbage : List.of(
                Octets.EMPTY,
                Octets.of(new byte[1]),
                Octets.of(new byte[70_000]),
                Octets.fromHex("1503030002022f"), // a fatal alert in the clear
                Octets.fromHex("15030300020100"), // a farewell in the clear
                Octets.fromHex("140303000101"),
                Octets.fromHex("160303ffff"),
                Octets.fromHex("170303ffff"),
                Octets.fromHex("1603030004ffffffff"),
                Octets.fromHex("160303000401ffffff"),
                Octets.fromHex("1703030000"))) {
            TwoEnds fresh = ends();
            fresh.moderator.channel.start();
            fresh.guest.channel.start();
            List<ChannelEvent> refused = List.of(new ChannelEvent.Broken(Reason.SEAL_REFUSED));
            assertEquals(refused, fresh.moderator.channel.received(garbage), garbage.toString());
            assertEquals(refused, fresh.guest.channel.received(garbage), garbage.toString());
            TwoEnds open = ends().shakeHands();
            assertEquals(NOTICED, open.moderator.channel.received(garbage));
            assertEquals(NOTICED, open.guest.channel.received(garbage));
        }
    }

    @Test
    void cannotForgeAFarewell() {
        TwoEnds ends = ends().shakeHands();
        Octets farewell = sent(ends.moderator.channel.close());
        assertEquals(NOTICED, ends.guest.channel.received(flipped(farewell, 10, 3)));
        TwoEnds honest = ends().shakeHands();
        Octets genuine = sent(honest.moderator.channel.close());
        assertEquals(List.of(new ChannelEvent.Closed()), honest.guest.channel.received(genuine));
        assertEquals(List.of(), honest.guest.channel.received(genuine));
        TwoEnds early = ends().shakeHands();
        early.moderator.channel.seal(WORDS); // dropped
        assertEquals(NOTICED, early.guest.channel.received(sent(early.moderator.channel.close())));
    }

    @Test
    @Tag("001-128")
    void readsNothing() {
        TwoEnds ends = ends().shakeHands();
        String words = WORDS.toHex();
        for (int i = 0; i < 10; i++) {
            assertFalse(ends.moderator.channel.seal(WORDS).bytes().toHex().contains(words));
        }
        assertFalse(ends.moderator.sent.toString().contains(words));
    }
}
