package org.beistand.crypto.identity;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.wire.MalformedMessage;
import org.beistand.protocol.wire.WireReader;

/**
 * Finds out whether a ticket is the operator server's word. Whether it is for this server, still valid and not yet used is
 * the admission's question.
 */
public final class TicketVerifier {
    private final PublicKey key;

    /**
     * @param operator the operator server's certificate, as its connection proved it
     * @throws IllegalArgumentException when it is not of an operator server
     */
    public TicketVerifier(X509Certificate operator) {
        if (CertifiedRole.of(operator)
                        .filter(CertifiedRole.OPERATOR_SERVER::equals)
                        .isEmpty()
                || !P256.isOne(operator.getPublicKey())) {
            throw new IllegalArgumentException("not an operator server");
        }
        this.key = operator.getPublicKey();
    }

    /** Nothing of it is decoded before the signature is found to be right. */
    public Optional<Ticket> verify(SignedTicket signed) {
        if (!P256.verify(key, signed.signature().toArray(), TicketSigner.toSign(signed.ticket()))) {
            return Optional.empty();
        }
        try {
            WireReader in = new WireReader(signed.ticket());
            Ticket ticket = Ticket.CODEC.read(in);
            in.end();
            return Optional.of(ticket);
        } catch (MalformedMessage e) {
            return Optional.empty();
        }
    }
}
