package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** The trail of changes. */
public record EntitlementChanges(List<EntitlementChange> changes) implements OperatorMessage {
    public static final Codec<EntitlementChanges> CODEC =
            Codec.of(Codec.list(EntitlementChange.CODEC, 2000), EntitlementChanges::changes, EntitlementChanges::new);
}
