package org.beistand.protocol.operator;

import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Codec;

/** An auditor asks for one report. */
public record ReadReport(SessionId session) implements OperatorMessage {
    public static final Codec<ReadReport> CODEC = Codec.of(SessionId.CODEC, ReadReport::session, ReadReport::new);
}
