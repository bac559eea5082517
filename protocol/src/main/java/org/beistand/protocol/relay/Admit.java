package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The moderator lets somebody in who knocked. */
public record Admit(ParticipantId participant) implements RelayMessage {
    public static final Codec<Admit> CODEC = Codec.of(ParticipantId.CODEC, Admit::participant, Admit::new);
}
