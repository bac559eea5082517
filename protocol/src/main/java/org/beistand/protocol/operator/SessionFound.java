package org.beistand.protocol.operator;

import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** The moderator of that number waits there. */
public record SessionFound(SessionId session, Endpoint server, SignedTicket ticket) implements OperatorMessage {
    public static final Codec<SessionFound> CODEC = Codec.of(
            SessionId.CODEC,
            SessionFound::session,
            Endpoint.CODEC,
            SessionFound::server,
            SignedTicket.CODEC,
            SessionFound::ticket,
            SessionFound::new);
}
