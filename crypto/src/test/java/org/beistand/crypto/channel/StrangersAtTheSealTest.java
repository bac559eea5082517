package org.beistand.crypto.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.handshake.AttendeeCheck;
import org.beistand.crypto.handshake.ModeratorCheck;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is not let in at either end. */
class StrangersAtTheSealTest {
    private final Site site = new Site();
    private final SessionId session = SessionId.random(site.random);
    private final SessionId another = SessionId.random(site.random);

    private SealedChannel moderator(Identity own) {
        return SealedChannel.moderator(own, session, site.random);
    }

    private SealedChannel guest(Identity own) {
        return SealedChannel.guest(own, session, site.anchors, site.clock, site.random);
    }

    private Identity doctor() {
        return site.moderator(session, "Dr. Grün", "Nord");
    }

    /** The guest finds out first, and tells the moderator nothing. */
    private void guestRefuses(Identity impostor, InstantSource clock) {
        TwoEnds ends = new TwoEnds(
                        moderator(impostor),
                        SealedChannel.guest(site.guest(session), session, site.anchors, clock, site.random))
                .shakeHands();
        assertEquals(Optional.of(Reason.SEAL_REFUSED), ends.guest.broken());
        assertTrue(ends.guest.established().isEmpty());
        assertTrue(ends.moderator.established().isEmpty());
        assertEquals(1, ends.guest.sent.size(), "nothing but the hello");
    }

    /** The guest believes the channel to stand, but nothing that she seals is ever opened. */
    private void moderatorRefuses(Identity stranger) {
        TwoEnds ends = new TwoEnds(moderator(doctor()), guest(stranger)).shakeHands();
        assertEquals(Optional.of(Reason.SEAL_REFUSED), ends.moderator.broken());
        assertTrue(ends.moderator.established().isEmpty());
        Octets sealed = ends.guest.channel.seal(Octets.EMPTY).bytes();
        assertEquals(List.of(), ends.moderator.channel.received(sealed));
    }

    @Test
    @Tag("001-16")
    void aModeratorWhomNobodyCertifiedIsRefused() {
        guestRefuses(site.guest(session), site.clock);
    }

    @Test
    void aModeratorOfAnotherSessionIsRefused() {
        guestRefuses(site.moderator(another, "Dr. Grün", "Nord"), site.clock);
    }

    @Test
    void aModeratorWhoseNamesWouldDeceiveTheEyeIsRefused() {
        guestRefuses(site.moderator(session, "Dr. Grün", "Nord\u202e"), site.clock);
        guestRefuses(site.moderator(session, "Dr. Grün", "Nord\nverified"), site.clock);
    }

    @Test
    void aModeratorOfAnotherSiteIsRefused() {
        guestRefuses(new Site().moderator(session, "Dr. Grün", "Nord"), site.clock);
    }

    @Test
    void aModeratorOfYesterdayOrTomorrowIsRefused() {
        Identity doctor = doctor();
        guestRefuses(doctor, () -> Site.NOW.plus(Duration.ofHours(12)));
        guestRefuses(doctor, () -> Site.NOW.minus(Duration.ofHours(2)));
    }

    @Test
    @Tag("001-32")
    void nobodyElseOfTheSiteIsAModerator() {
        for (Identity other : List.of(
                site.operator(),
                site.communication(),
                site.device(),
                site.attendeePackage(),
                site.current.issue(CertifiedRole.ADMINISTRATOR, "admin"),
                site.current.issue(CertifiedRole.SESSION_ISSUER, "issuer"))) {
            guestRefuses(other, site.clock);
        }
    }

    @Test
    void aModeratorWithSomebodyElsesCertificateIsRefused() {
        guestRefuses(new Identity(doctor().key(), doctor().chain()), site.clock);
    }

    @Test
    void aGuestOfAnotherSessionIsRefused() {
        moderatorRefuses(site.guest(another));
    }

    @Test
    void aGuestWithARoleIsRefused() {
        moderatorRefuses(doctor());
        moderatorRefuses(site.attendeePackage());
        moderatorRefuses(site.current.identity());
    }

    @Test
    void aGuestWithSomebodyElsesCertificateIsRefused() {
        moderatorRefuses(
                new Identity(site.guest(session).key(), site.guest(session).chain()));
    }

    @Test
    void aGuestWithMoreThanOneCertificateIsRefused() {
        Identity ada = site.guest(session);
        Identity bob = site.guest(session);
        ForeignClient two = ForeignClient.with(site.random)
                .showing(new Identity(ada.key(), List.of(ada.certificate(), bob.certificate())));
        foreignGuestIsRefused(two);
    }

    @Test
    void aGuestWithoutACertificateIsRefused() {
        foreignGuestIsRefused(ForeignClient.with(site.random));
    }

    private void foreignGuestIsRefused(ForeignClient guest) {
        SealedChannel moderator = moderator(doctor());
        moderator.start();
        try {
            List<ChannelEvent> answer = moderator.received(guest.hello());
            Octets flight = ((ChannelEvent.ToSend) answer.getFirst()).sealed().bytes();
            assertEquals(
                    List.of(new ChannelEvent.Broken(Reason.SEAL_REFUSED)), moderator.received(guest.answer(flight)));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void betweenGuestsOnlyTheIntroducedOnesMeet() {
        Identity ada = site.guest(session);
        Identity bob = site.guest(session);
        Identity eve = site.guest(session);
        ParticipantId two = new ParticipantId(2);
        ParticipantId three = new ParticipantId(3);
        TwoEnds friends = new TwoEnds(
                        SealedChannel.betweenGuests(ada, session, two, three, bob.fingerprint(), site.random),
                        SealedChannel.betweenGuests(bob, session, three, two, ada.fingerprint(), site.random))
                .shakeHands();
        assertEquals(
                friends.moderator.established().orElseThrow().binding(),
                friends.guest.established().orElseThrow().binding());
        TwoEnds asServer = new TwoEnds(
                        SealedChannel.betweenGuests(eve, session, two, three, bob.fingerprint(), site.random),
                        SealedChannel.betweenGuests(bob, session, three, two, ada.fingerprint(), site.random))
                .shakeHands();
        assertEquals(Optional.of(Reason.SEAL_REFUSED), asServer.guest.broken());
        TwoEnds asClient = new TwoEnds(
                        SealedChannel.betweenGuests(ada, session, two, three, bob.fingerprint(), site.random),
                        SealedChannel.betweenGuests(eve, session, three, two, ada.fingerprint(), site.random))
                .shakeHands();
        assertEquals(Optional.of(Reason.SEAL_REFUSED), asClient.moderator.broken());
    }

    /** An operator server that certifies somebody in the middle: nothing but the spoken check finds him. */
    @Test
    void somebodyInTheMiddleWithAGenuineCertificateIsHeardInTheSpokenCode() {
        TwoEnds left = new TwoEnds(moderator(doctor()), guest(site.guest(session))).shakeHands();
        TwoEnds right = new TwoEnds(moderator(doctor()), guest(site.guest(session))).shakeHands();
        Binding moderators = left.moderator.established().orElseThrow().binding();
        Binding attendees = right.guest.established().orElseThrow().binding();
        assertNotEquals(moderators, attendees);
        // He passes the steps of the check on as they are: the commitment does not fit the other channel.
        ModeratorCheck reading = new ModeratorCheck(moderators, site.random);
        AttendeeCheck listening = new AttendeeCheck(attendees, site.random);
        Octets answer = listening.committed(reading.commitment()).orElseThrow();
        assertEquals(
                Optional.empty(), listening.revealed(reading.answered(answer).orElseThrow()));
    }
}
