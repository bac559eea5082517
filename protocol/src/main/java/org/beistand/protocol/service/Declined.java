package org.beistand.protocol.service;

import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The offer was not accepted. */
public record Declined(Reason reason) implements ServiceMessage {
    public static final Codec<Declined> CODEC = Codec.of(Reason.CODEC, Declined::reason, Declined::new);
}
