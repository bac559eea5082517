package org.beistand.protocol.service;

import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** The report is stored for good; the spool may forget it. */
public record Taken(SessionId session) implements ServiceMessage {
    public static final Codec<Taken> CODEC = Codec.of(SessionId.CODEC, Taken::session, Taken::new);
}
