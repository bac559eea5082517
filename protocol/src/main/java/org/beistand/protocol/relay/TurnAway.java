package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The moderator does not let somebody in who knocked. */
public record TurnAway(ParticipantId participant) implements RelayMessage {
    public static final Codec<TurnAway> CODEC = Codec.of(ParticipantId.CODEC, TurnAway::participant, TurnAway::new);
}
