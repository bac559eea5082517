package org.beistand.protocol.service;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A ticket as it travels.
 *
 * @param ticket the encoded {@link Ticket}
 * @param signature by the operator server's ticket key over exactly those bytes
 */
public record SignedTicket(Octets ticket, Octets signature) {
    public static final Codec<SignedTicket> CODEC = Codec.of(
            Codec.octets(1_024), SignedTicket::ticket, Codec.octets(256), SignedTicket::signature, SignedTicket::new);
}
