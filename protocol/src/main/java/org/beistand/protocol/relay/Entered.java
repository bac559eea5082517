package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.wire.Codec;

/** Somebody is in; to her who was let in, once for each who is there already. */
public record Entered(ParticipantId participant, Role role, PersonName name, String organisation)
        implements RelayMessage {
    public static final Codec<Entered> CODEC = Codec.of(
            ParticipantId.CODEC,
            Entered::participant,
            Role.CODEC,
            Entered::role,
            PersonName.CODEC,
            Entered::name,
            Codec.text(200),
            Entered::organisation,
            Entered::new);
}
