package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.wire.Codec;

/** The owner said yes. */
public record RightAllowed(ParticipantId owner, ParticipantId holder, Permission permission) implements Statement {
    public static final Codec<RightAllowed> CODEC = Codec.of(
            ParticipantId.CODEC,
            RightAllowed::owner,
            ParticipantId.CODEC,
            RightAllowed::holder,
            Permission.CODEC,
            RightAllowed::permission,
            RightAllowed::new);
}
