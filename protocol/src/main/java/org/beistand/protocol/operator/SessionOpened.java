package org.beistand.protocol.operator;

import java.time.Instant;
import java.util.List;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A number was given.
 *
 * @param number to be read out
 * @param server where to wait
 * @param certificates DER, the session certificate first, then its issuers up to the site's own
 * @param expires when the number lapses if nobody comes
 */
public record SessionOpened(
        SessionNumber number,
        SessionId session,
        Endpoint server,
        SignedTicket ticket,
        List<Octets> certificates,
        Instant expires)
        implements OperatorMessage {
    public static final Codec<SessionOpened> CODEC = Codec.of(
            SessionNumber.CODEC,
            SessionOpened::number,
            SessionId.CODEC,
            SessionOpened::session,
            Endpoint.CODEC,
            SessionOpened::server,
            SignedTicket.CODEC,
            SessionOpened::ticket,
            Codec.list(Codec.octets(4_096), 4),
            SessionOpened::certificates,
            Codec.INSTANT,
            SessionOpened::expires,
            SessionOpened::new);
}
