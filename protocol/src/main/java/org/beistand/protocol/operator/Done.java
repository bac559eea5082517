package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** What was asked for was done: an administrator's change, or a moderator's invitation. */
public record Done() implements OperatorMessage {
    public static final Codec<Done> CODEC = Codec.empty(new Done());
}
