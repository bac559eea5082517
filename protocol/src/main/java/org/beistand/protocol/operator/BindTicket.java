package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The moderator's side binds the ticket to this connection; only now he signs in.
 *
 * @param mic of the client over the certificate that the server showed, see {@code CertificateBinding}
 */
public record BindTicket(Octets mic) implements OperatorMessage {
    public static final Codec<BindTicket> CODEC = Codec.of(Codec.octets(200), BindTicket::mic, BindTicket::new);

    @Override
    public String toString() {
        return "BindTicket[hidden]";
    }
}
