package org.beistand.protocol.service;

import org.beistand.protocol.wire.Codec;

/** The offer was accepted. */
public record Registered() implements ServiceMessage {
    public static final Codec<Registered> CODEC = Codec.empty(new Registered());
}
