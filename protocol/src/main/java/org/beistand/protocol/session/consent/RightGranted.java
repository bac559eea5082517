package org.beistand.protocol.session.consent;

import java.time.Instant;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.wire.Codec;

/** The owner says yes.
 *
 * @param epoch names this one grant; every action under it carries the same
 * @param expires when it ends by itself
 */
public record RightGranted(int ask, Permission permission, int epoch, Instant expires) implements ConsentMessage {
    public static final Codec<RightGranted> CODEC = Codec.of(
            Codec.I32,
            RightGranted::ask,
            Permission.CODEC,
            RightGranted::permission,
            Codec.I32,
            RightGranted::epoch,
            Codec.INSTANT,
            RightGranted::expires,
            RightGranted::new);
}
