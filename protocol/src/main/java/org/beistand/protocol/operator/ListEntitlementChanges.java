package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator asks who changed which entitlement, newest first. */
public record ListEntitlementChanges(int atMost) implements OperatorMessage {
    public static final Codec<ListEntitlementChanges> CODEC =
            Codec.of(Codec.U16, ListEntitlementChanges::atMost, ListEntitlementChanges::new);
}
