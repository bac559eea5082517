package org.beistand.protocol.session.consent;

import org.beistand.protocol.value.Permission;
import org.beistand.protocol.wire.Codec;

/** The holder gives a right back. */
public record RightReturned(Permission permission, int epoch) implements ConsentMessage {
    public static final Codec<RightReturned> CODEC =
            Codec.of(Permission.CODEC, RightReturned::permission, Codec.I32, RightReturned::epoch, RightReturned::new);
}
