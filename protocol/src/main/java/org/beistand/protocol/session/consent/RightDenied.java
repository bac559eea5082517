package org.beistand.protocol.session.consent;

import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The owner says no, or did not answer in time. */
public record RightDenied(int ask, Permission permission, Reason reason) implements ConsentMessage {
    public static final Codec<RightDenied> CODEC = Codec.of(
            Codec.I32,
            RightDenied::ask,
            Permission.CODEC,
            RightDenied::permission,
            Reason.CODEC,
            RightDenied::reason,
            RightDenied::new);
}
