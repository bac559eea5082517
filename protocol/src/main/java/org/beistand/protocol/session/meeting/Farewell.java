package org.beistand.protocol.session.meeting;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The sender is leaving. */
public record Farewell(Reason reason) implements MeetingMessage {
    public static final Codec<Farewell> CODEC = Codec.of(Reason.CODEC, Farewell::reason, Farewell::new);
}
