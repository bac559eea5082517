package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** Somebody is gone, from the lobby or from the session. */
public record Departed(ParticipantId participant, Reason reason) implements RelayMessage {
    public static final Codec<Departed> CODEC =
            Codec.of(ParticipantId.CODEC, Departed::participant, Reason.CODEC, Departed::reason, Departed::new);
}
