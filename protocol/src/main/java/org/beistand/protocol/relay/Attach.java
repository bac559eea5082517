package org.beistand.protocol.relay;

import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.wire.Codec;

/** The first message of a client.
 *
 * @param version of the protocol
 */
public record Attach(int version, SignedTicket ticket) implements RelayMessage {
    public static final Codec<Attach> CODEC =
            Codec.of(Codec.U16, Attach::version, SignedTicket.CODEC, Attach::ticket, Attach::new);
}
