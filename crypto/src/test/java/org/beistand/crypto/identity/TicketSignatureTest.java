package org.beistand.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;

class TicketSignatureTest {
    private final Site site = new Site();
    private final Identity operator = site.operator();
    private final TicketVerifier verifier = new TicketVerifier(operator.certificate());
    private final Ticket ticket = new Ticket(
            Octets.fromHex("000102030405060708090a0b0c0d0e0f"),
            SessionId.parse("101112131415161718191a1b1c1d1e1f"),
            Role.ATTENDEE,
            new PersonName("Ada"),
            "",
            "communication-1",
            Instant.parse("2026-11-21T09:01:00Z"));

    @Test
    void isFoundToBeTheOperatorsWord() {
        assertEquals(
                ticket, verifier.verify(new TicketSigner(operator).sign(ticket)).orElseThrow());
    }

    @Test
    void isRefusedWithAnyByteAltered() {
        SignedTicket signed = new TicketSigner(operator).sign(ticket);
        for (int at = 0; at < signed.ticket().length(); at++) {
            byte[] altered = signed.ticket().toArray();
            altered[at] ^= 1;
            assertTrue(verifier.verify(new SignedTicket(Octets.of(altered), signed.signature()))
                    .isEmpty());
        }
        for (int at = 0; at < signed.signature().length(); at++) {
            byte[] altered = signed.signature().toArray();
            altered[at] ^= 1;
            assertTrue(verifier.verify(new SignedTicket(signed.ticket(), Octets.of(altered)))
                    .isEmpty());
        }
        assertTrue(
                verifier.verify(new SignedTicket(signed.ticket(), Octets.EMPTY)).isEmpty());
    }

    @Test
    void isRefusedFromAnotherServer() {
        assertTrue(
                verifier.verify(new TicketSigner(site.operator()).sign(ticket)).isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> new TicketVerifier(site.communication().certificate()));
    }

    @Test
    void isNotDecodedWhenTheSignatureIsRightButTheBytesAreNoTicket() {
        byte[] surplus =
                Arrays.copyOf(new TicketSigner(operator).sign(ticket).ticket().toArray(), 200);
        Octets signature = Octets.of(P256.sign(operator.key(), TicketSigner.toSign(Octets.of(surplus))));
        assertTrue(
                verifier.verify(new SignedTicket(Octets.of(surplus), signature)).isEmpty());
    }

    @Test
    void doesNotCountWithoutTheLabelInFront() {
        Octets bytes = new TicketSigner(operator).sign(ticket).ticket();
        Octets unlabelled = Octets.of(P256.sign(operator.key(), bytes.toArray()));
        assertTrue(verifier.verify(new SignedTicket(bytes, unlabelled)).isEmpty());
    }

    /** What is signed, byte by byte: both servers must agree on it for ever. */
    @Test
    void coversTheLabelAndTheWholeTicket() {
        assertEquals(
                "4265697374616e64207469636b65742076310" + "0" // "Beistand ticket v1" NUL
                        + "000102030405060708090a0b0c0d0e0f" // id
                        + "101112131415161718191a1b1c1d1e1f" // session
                        + "0003" // attendee
                        + "0003416461" // name
                        + "0000" // organisation
                        + "000f636f6d6d756e69636174696f6e2d31" // server
                        + "000001a1fd5664e0", // expires
                Octets.of(TicketSigner.toSign(
                                new TicketSigner(operator).sign(ticket).ticket()))
                        .toHex());
    }
}
