package org.beistand.protocol.session.consent;

import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The owner takes a right back. */
public record RightWithdrawn(Permission permission, int epoch, Reason reason) implements ConsentMessage {
    public static final Codec<RightWithdrawn> CODEC = Codec.of(
            Permission.CODEC,
            RightWithdrawn::permission,
            Codec.I32,
            RightWithdrawn::epoch,
            Reason.CODEC,
            RightWithdrawn::reason,
            RightWithdrawn::new);
}
