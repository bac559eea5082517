package org.beistand.communication.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.beistand.communication.admission.Verdict.Refusal;
import org.beistand.communication.admission.Verdict.Welcome;
import org.beistand.communication.story.HandClock;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.Site;
import org.beistand.crypto.identity.TicketSigner;
import org.beistand.crypto.identity.TicketVerifier;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.beistand.transport.link.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AdmissionTest {
    private static final Site SITE = new Site();
    private static final Identity OPERATOR = SITE.operator();
    private static final String HERE = "communication-1";
    private static final Peer DEVICE = peer(SITE.device());
    private static final Peer PACKAGE = peer(SITE.attendeePackage());
    private static final Refusal REFUSED = new Refusal(Reason.TICKET_REFUSED);

    private final HandClock clock = new HandClock(Site.NOW);
    private final Admission admission = admission(1000);

    @Test
    void aGoodTicketAdmitsThePersonThatItNames() {
        Welcome welcome = assertInstanceOf(Welcome.class, judge(ticket(Role.ATTENDEE), PACKAGE));
        assertEquals(Role.ATTENDEE, welcome.person().role());
        assertEquals(new PersonName("Anna"), welcome.person().name());
        assertEquals(new SessionId(Octets.of(new byte[16])), welcome.person().session());
    }

    @Test
    void aTicketAdmitsOnce() {
        SignedTicket ticket = signed(ticket(Role.ATTENDEE));
        assertInstanceOf(Welcome.class, judge(ticket, PACKAGE));
        assertEquals(REFUSED, judge(ticket, PACKAGE));
        clock.move(Duration.ofSeconds(64));
        assertEquals(REFUSED, judge(ticket, PACKAGE), "remembered as long as it is valid");
    }

    @Test
    void aTicketIsTooOldAfterItsMinuteAndAFewSecondsForTheClocks() {
        SignedTicket first = signed(ticket(Role.ATTENDEE));
        SignedTicket second = signed(ticket(Role.ATTENDEE));
        clock.move(Duration.ofSeconds(65));
        assertInstanceOf(Welcome.class, judge(first, PACKAGE));
        clock.move(Duration.ofMillis(1));
        assertEquals(REFUSED, judge(second, PACKAGE));
    }

    @Test
    void aTicketThatWouldLiveTooLongIsRefused() {
        assertInstanceOf(Welcome.class, judge(expiring(Site.NOW.plusSeconds(65)), PACKAGE));
        assertEquals(REFUSED, judge(expiring(Site.NOW.plusSeconds(66)), PACKAGE));
    }

    @Test
    void aTicketFromBeforeTheStartMayHaveBeenUsedThen() {
        assertEquals(REFUSED, judge(expiring(Site.NOW.plusSeconds(59)), PACKAGE));
    }

    @Test
    void aTicketForAnotherServerIsRefused() {
        Ticket good = ticket(Role.ATTENDEE);
        Ticket other = new Ticket(
                good.id(),
                good.session(),
                good.role(),
                good.name(),
                good.organisation(),
                "communication-2",
                good.expires());
        assertEquals(REFUSED, judge(other, PACKAGE));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aTicketFitsOnlyTheCertificateOfItsRole(Role role) {
        boolean attendee = role == Role.ATTENDEE;
        assertEquals(REFUSED, judge(ticket(role), attendee ? DEVICE : PACKAGE));
        assertEquals(REFUSED, judge(ticket(role), peer(SITE.communication())));
        assertEquals(REFUSED, judge(ticket(role), peer(OPERATOR)));
        Site foreign = new Site("Another");
        assertEquals(REFUSED, judge(ticket(role), peer(attendee ? foreign.attendeePackage() : foreign.device())));
        assertEquals(REFUSED, judge(ticket(role), new Peer(List.of(), new InetSocketAddress(0))));
        assertInstanceOf(Welcome.class, judge(ticket(role), attendee ? PACKAGE : DEVICE));
    }

    @Test
    void aTicketSignedBySomebodyElseIsRefused() {
        for (Identity other : List.of(SITE.operator(), new Site("Another").operator())) {
            assertEquals(REFUSED, judge(new TicketSigner(other).sign(ticket(Role.ATTENDEE)), PACKAGE));
        }
    }

    @Test
    void anAlteredTicketIsRefusedWhereverItWasAltered() {
        SignedTicket good = signed(ticket(Role.ATTENDEE));
        for (int i = 0; i < good.ticket().length(); i++) {
            assertEquals(REFUSED, judge(new SignedTicket(flipped(good.ticket(), i), good.signature()), PACKAGE));
        }
        for (int i = 0; i < good.signature().length(); i++) {
            assertEquals(REFUSED, judge(new SignedTicket(good.ticket(), flipped(good.signature(), i)), PACKAGE));
        }
        assertInstanceOf(Welcome.class, judge(good, PACKAGE), "none of these used it up");
    }

    @Test
    void aTruncatedTicketIsRefused() {
        SignedTicket good = signed(ticket(Role.ATTENDEE));
        for (int i = 0; i < good.ticket().length(); i++) {
            assertEquals(REFUSED, judge(new SignedTicket(good.ticket().slice(0, i), good.signature()), PACKAGE));
        }
        for (int i = 0; i < good.signature().length(); i++) {
            assertEquals(
                    REFUSED,
                    judge(new SignedTicket(good.ticket(), good.signature().slice(0, i)), PACKAGE));
        }
    }

    @Test
    void anotherVersionIsToldApart() {
        for (int version : List.of(0, OperatorVocabulary.VERSION + 1, 0xFFFF)) {
            assertEquals(
                    new Refusal(Reason.VERSION_UNSUPPORTED),
                    admission.judge(new Attach(version, signed(ticket(Role.ATTENDEE))), PACKAGE));
        }
    }

    @Test
    void memoryForUsedTicketsIsBoundedAndComesBackWithTime() {
        Admission small = admission(2);
        assertInstanceOf(Welcome.class, small.judge(attach(signed(ticket(Role.ATTENDEE))), PACKAGE));
        assertInstanceOf(Welcome.class, small.judge(attach(signed(ticket(Role.ATTENDEE))), PACKAGE));
        assertEquals(new Refusal(Reason.SERVER_BUSY), small.judge(attach(signed(ticket(Role.ATTENDEE))), PACKAGE));
        clock.move(Duration.ofSeconds(66));
        assertInstanceOf(Welcome.class, small.judge(attach(signed(ticket(Role.ATTENDEE))), PACKAGE));
    }

    private Admission admission(int mostRemembered) {
        return new Admission(HERE, new TicketVerifier(OPERATOR.certificate()), SITE.anchors, clock, mostRemembered);
    }

    private Verdict judge(Ticket ticket, Peer peer) {
        return judge(signed(ticket), peer);
    }

    private Verdict judge(SignedTicket ticket, Peer peer) {
        return admission.judge(attach(ticket), peer);
    }

    private static Attach attach(SignedTicket ticket) {
        return new Attach(OperatorVocabulary.VERSION, ticket);
    }

    private static SignedTicket signed(Ticket ticket) {
        return new TicketSigner(OPERATOR).sign(ticket);
    }

    private Ticket ticket(Role role) {
        return ticket(role, clock.instant().plusSeconds(60));
    }

    private Ticket expiring(Instant when) {
        return ticket(Role.ATTENDEE, when);
    }

    private static Ticket ticket(Role role, Instant expires) {
        byte[] id = new byte[16];
        SITE.random.nextBytes(id);
        SessionId session = new SessionId(Octets.of(new byte[16]));
        return new Ticket(Octets.of(id), session, role, new PersonName("Anna"), "", HERE, expires);
    }

    private static Octets flipped(Octets octets, int at) {
        byte[] bytes = octets.toArray();
        bytes[at] ^= 1;
        return Octets.of(bytes);
    }

    private static Peer peer(Identity identity) {
        return new Peer(identity.chain(), new InetSocketAddress(0));
    }
}
