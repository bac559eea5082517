package org.beistand.crypto.identity;

import java.nio.charset.StandardCharsets;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.wire.Octets;
import org.beistand.protocol.wire.WireWriter;

/** Signs tickets with the operator server's key (ECDSA P-256, SHA-256). */
public final class TicketSigner {
    /** Stands in front of what is signed, so that the signature can be used for nothing else. */
    private static final byte[] LABEL = "Beistand ticket v1\0".getBytes(StandardCharsets.US_ASCII);

    private static final int LARGEST = 1_024;

    private final Identity operator;

    /**
     * @param operator of role {@link CertifiedRole#OPERATOR_SERVER}
     * @throws IllegalArgumentException when it is of another one, whose tickets nobody would take
     */
    public TicketSigner(Identity operator) {
        if (CertifiedRole.of(operator.certificate())
                .filter(CertifiedRole.OPERATOR_SERVER::equals)
                .isEmpty()) {
            throw new IllegalArgumentException("not an operator server");
        }
        this.operator = operator;
    }

    public SignedTicket sign(Ticket ticket) {
        WireWriter out = new WireWriter(256, LARGEST);
        Ticket.CODEC.write(ticket, out);
        Octets encoded = out.toOctets();
        return new SignedTicket(encoded, Octets.of(P256.sign(operator.key(), toSign(encoded))));
    }

    /** Exactly what is signed: the label, then the encoded ticket. */
    static byte[] toSign(Octets ticket) {
        byte[] all = new byte[LABEL.length + ticket.length()];
        System.arraycopy(LABEL, 0, all, 0, LABEL.length);
        ticket.copyTo(all, LABEL.length);
        return all;
    }
}
