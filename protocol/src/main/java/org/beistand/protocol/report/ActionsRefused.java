package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** Actions that came without a valid right; nothing was done.
 *
 * @param count how many since the last such statement
 */
public record ActionsRefused(ParticipantId holder, Permission permission, Reason reason, int count)
        implements Statement {
    public static final Codec<ActionsRefused> CODEC = Codec.of(
            ParticipantId.CODEC,
            ActionsRefused::holder,
            Permission.CODEC,
            ActionsRefused::permission,
            Reason.CODEC,
            ActionsRefused::reason,
            Codec.I32,
            ActionsRefused::count,
            ActionsRefused::new);
}
