package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** All trainings, briefings and undertakings. */
public record EntitlementList(List<EntitlementLine> lines) implements OperatorMessage {
    public static final Codec<EntitlementList> CODEC =
            Codec.of(Codec.list(EntitlementLine.CODEC, 6000), EntitlementList::lines, EntitlementList::new);
}
