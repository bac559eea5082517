package org.beistand.protocol.operator;

import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.wire.Codec;

/** An administrator strikes one out. */
public record RemoveEntitlement(String account, Evidence evidence) implements OperatorMessage {
    public static final Codec<RemoveEntitlement> CODEC = Codec.of(
            Codec.text(200),
            RemoveEntitlement::account,
            Evidence.CODEC,
            RemoveEntitlement::evidence,
            RemoveEntitlement::new);
}
