package org.beistand.crypto.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.beistand.crypto.Vectors;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SealBetweenTwoPeopleTest {
    private final Site site = new Site();
    private final SessionId session = SessionId.random(site.random);
    private final Identity doctor = site.moderator(session, "Dr. Grün", "Nord");
    private final Identity ada = site.guest(session);

    private TwoEnds ends() {
        return new TwoEnds(moderatorEnd(), guestEnd());
    }

    private SealedChannel moderatorEnd() {
        return SealedChannel.moderator(doctor, session, site.random);
    }

    private SealedChannel guestEnd() {
        return SealedChannel.guest(ada, session, site.anchors, site.clock, site.random);
    }

    @Test
    @Tag("001-38")
    void standsAfterOneRoundTripAndBothKnowTheSame() {
        TwoEnds ends = ends().shakeHands();
        ChannelEvent.Established doctors = ends.moderator.established().orElseThrow();
        ChannelEvent.Established adas = ends.guest.established().orElseThrow();
        assertEquals(doctors.binding(), adas.binding());
        assertEquals(ada.certificate(), doctors.peer());
        assertEquals(doctor.certificate(), adas.peer());
        assertEquals(Optional.empty(), doctors.moderator());
        assertEquals(Optional.of(new CertifiedPerson(new PersonName("Dr. Grün"), "Nord")), adas.moderator());
        assertEquals("TLS 1.3, X25519MLKEM768, ECDSA P-256, AES-256-GCM", adas.suite());
    }

    @Test
    @Tag("001-128")
    void carriesMessagesOfEverySizeBothWays() {
        TwoEnds ends = ends().shakeHands();
        for (int size : new int[] {0, 1, 100, 16_379, 16_380, 16_381, 40_000, SealedChannel.LONGEST_MESSAGE}) {
            byte[] bytes = new byte[size];
            site.random.nextBytes(bytes);
            Octets plain = Octets.of(bytes);
            Sealed there = ends.moderator.channel.seal(plain);
            assertTrue(there.bytes().length() <= Sealed.LONGEST);
            assertEquals(List.of(new ChannelEvent.Opened(plain)), ends.guest.channel.received(there.bytes()));
            Sealed back = ends.guest.channel.seal(plain);
            assertEquals(List.of(new ChannelEvent.Opened(plain)), ends.moderator.channel.received(back.bytes()));
        }
    }

    /** The library changes its keys after a million records of one direction; nobody notices. */
    @Test
    void goesOnWhenTheKeysAreChangedInAVeryLongSession() {
        TwoEnds ends = ends().shakeHands();
        Octets move = Octets.of((byte) 1, (byte) 2);
        List<ChannelEvent> expected = List.of(new ChannelEvent.Opened(move));
        for (int i = 0; i < (1 << 20) + 10; i++) {
            if (!ends.moderator
                    .channel
                    .received(ends.guest.channel.seal(move).bytes())
                    .equals(expected)) {
                throw new AssertionError("message " + i);
            }
        }
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    expected,
                    ends.guest.channel.received(
                            ends.moderator.channel.seal(move).bytes()));
            assertEquals(
                    expected,
                    ends.moderator.channel.received(
                            ends.guest.channel.seal(move).bytes()));
        }
    }

    @Test
    void isUsedInOrder() {
        TwoEnds ends = ends();
        assertThrows(IllegalStateException.class, () -> ends.guest.channel.seal(Octets.EMPTY));
        assertThrows(IllegalStateException.class, () -> ends.guest.channel.received(Octets.EMPTY));
        ends.shakeHands();
        assertThrows(IllegalStateException.class, ends.guest.channel::start);
        assertThrows(
                IllegalArgumentException.class,
                () -> ends.guest.channel.seal(Octets.of(new byte[SealedChannel.LONGEST_MESSAGE + 1])));
        Octets plain = Octets.of((byte) 7);
        assertEquals(
                List.of(new ChannelEvent.Opened(plain)),
                ends.moderator.channel.received(ends.guest.channel.seal(plain).bytes()));
        ends.guest.channel.close();
        assertEquals(List.of(), ends.guest.channel.close());
        assertEquals(List.of(), new TwoEnds(moderatorEnd(), guestEnd()).guest.channel.close());
    }

    @Test
    void takesItsCipherFromTheJdk() throws Exception {
        assertEquals("SunJCE", new JdkGcm("AES/GCM/NoPadding", "AES", true).provider());
    }

    @Test
    void isWarmedUpWithoutATrace() {
        SealedChannel.warmUp(site.random, site.clock);
        carriesMessagesOfEverySizeBothWays();
    }

    @Test
    void leavesWhatItReceivedAsItWas() {
        TwoEnds ends = ends().shakeHands();
        Octets sealed = ends.guest.channel.seal(Octets.of(new byte[100])).bytes();
        byte[] before = sealed.toArray();
        ends.moderator.channel.received(sealed);
        assertEquals(Octets.of(before), sealed);
    }

    @Test
    void isBoundAsInTheVectors() {
        for (List<String> line : Vectors.of(SealBetweenTwoPeopleTest.class, "binding.txt")) {
            Binding binding =
                    Binding.of(SessionId.parse(line.get(0)), Octets.fromHex(line.get(1)), Octets.fromHex(line.get(2)));
            assertEquals(line.get(3), binding.value().toHex());
        }
    }
}
