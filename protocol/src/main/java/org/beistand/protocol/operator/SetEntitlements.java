package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** An administrator writes down trainings, briefings and undertakings: all of these lines or none of them. */
public record SetEntitlements(List<EntitlementLine> lines) implements OperatorMessage {
    public static final Codec<SetEntitlements> CODEC =
            Codec.of(Codec.list(EntitlementLine.CODEC, 6000), SetEntitlements::lines, SetEntitlements::new);
}
