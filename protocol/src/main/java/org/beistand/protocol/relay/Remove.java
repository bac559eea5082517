package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The moderator removes somebody who is in. */
public record Remove(ParticipantId participant) implements RelayMessage {
    public static final Codec<Remove> CODEC = Codec.of(ParticipantId.CODEC, Remove::participant, Remove::new);
}
