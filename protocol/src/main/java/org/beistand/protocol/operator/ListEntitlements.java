package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator asks for all trainings, briefings and undertakings. */
public record ListEntitlements() implements OperatorMessage {
    public static final Codec<ListEntitlements> CODEC = Codec.empty(new ListEntitlements());
}
