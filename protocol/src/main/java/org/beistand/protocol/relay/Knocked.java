package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.wire.Codec;

/** To the moderator: somebody wants to come in. */
public record Knocked(ParticipantId participant, Role role, PersonName name, String organisation)
        implements RelayMessage {
    public static final Codec<Knocked> CODEC = Codec.of(
            ParticipantId.CODEC,
            Knocked::participant,
            Role.CODEC,
            Knocked::role,
            PersonName.CODEC,
            Knocked::name,
            Codec.text(200),
            Knocked::organisation,
            Knocked::new);
}
