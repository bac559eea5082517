package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The owner said no, or nothing in time. */
public record RightRefused(ParticipantId owner, ParticipantId holder, Permission permission, Reason reason)
        implements Statement {
    public static final Codec<RightRefused> CODEC = Codec.of(
            ParticipantId.CODEC,
            RightRefused::owner,
            ParticipantId.CODEC,
            RightRefused::holder,
            Permission.CODEC,
            RightRefused::permission,
            Reason.CODEC,
            RightRefused::reason,
            RightRefused::new);
}
