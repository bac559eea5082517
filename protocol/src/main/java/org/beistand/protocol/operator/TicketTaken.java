package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The server can read the ticket, and proves by it that it is the one for whom the domain issued it. Nobody is signed in yet.
 *
 * @param token the answering token of the context (RFC 4121)
 * @param mic of the server over its own certificate, see {@code CertificateBinding}
 */
public record TicketTaken(Octets token, Octets mic) implements OperatorMessage {
    public static final Codec<TicketTaken> CODEC =
            Codec.of(Codec.octets(2_000), TicketTaken::token, Codec.octets(200), TicketTaken::mic, TicketTaken::new);

    @Override
    public String toString() {
        return "TicketTaken[hidden]";
    }
}
