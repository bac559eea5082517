package org.beistand.protocol.session.consent;

import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** Something was tried without a valid right and nothing was done.
 *
 * @param count how many times since the last such message
 */
public record ActionRefused(Permission permission, Reason reason, int count) implements ConsentMessage {
    public static final Codec<ActionRefused> CODEC = Codec.of(
            Permission.CODEC,
            ActionRefused::permission,
            Reason.CODEC,
            ActionRefused::reason,
            Codec.I32,
            ActionRefused::count,
            ActionRefused::new);
}
