package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** The administrator's change was made. */
public record Done() implements OperatorMessage {
    public static final Codec<Done> CODEC = Codec.empty(new Done());
}
