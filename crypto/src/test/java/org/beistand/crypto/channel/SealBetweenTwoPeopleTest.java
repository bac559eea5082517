package org.beistand.crypto.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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
        return new TwoEnds(
                SealedChannel.moderator(doctor, session, site.random),
                SealedChannel.guest(ada, session, site.anchors, site.clock, site.random));
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
}
