package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** A right that was allowed is over. */
public record RightEnded(ParticipantId owner, ParticipantId holder, Permission permission, Reason reason)
        implements Statement {
    public static final Codec<RightEnded> CODEC = Codec.of(
            ParticipantId.CODEC,
            RightEnded::owner,
            ParticipantId.CODEC,
            RightEnded::holder,
            Permission.CODEC,
            RightEnded::permission,
            Reason.CODEC,
            RightEnded::reason,
            RightEnded::new);
}
