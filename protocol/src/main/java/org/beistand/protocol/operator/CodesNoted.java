package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** A moderator has written his recovery codes down. */
public record CodesNoted() implements OperatorMessage {
    public static final Codec<CodesNoted> CODEC = Codec.empty(new CodesNoted());
}
