package org.beistand.protocol.service;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** A session must end, for example because nobody came in time. */
public record Close(SessionId session, Reason reason) implements ServiceMessage {
    public static final Codec<Close> CODEC =
            Codec.of(SessionId.CODEC, Close::session, Reason.CODEC, Close::reason, Close::new);
}
