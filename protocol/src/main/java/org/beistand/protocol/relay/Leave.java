package org.beistand.protocol.relay;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** A participant goes; a moderator's going ends the session. */
public record Leave(Reason reason) implements RelayMessage {
    public static final Codec<Leave> CODEC = Codec.of(Reason.CODEC, Leave::reason, Leave::new);
}
