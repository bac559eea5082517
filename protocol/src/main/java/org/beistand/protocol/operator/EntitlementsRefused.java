package org.beistand.protocol.operator;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** Nothing of {@link SetEntitlements} was carried out.
 *
 * @param line the first that is wrong, from 0
 */
public record EntitlementsRefused(int line, Reason reason) implements OperatorMessage {
    public static final Codec<EntitlementsRefused> CODEC = Codec.of(
            Codec.U16, EntitlementsRefused::line, Reason.CODEC, EntitlementsRefused::reason, EntitlementsRefused::new);
}
