package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator asks for all users. */
public record ListUsers() implements OperatorMessage {
    public static final Codec<ListUsers> CODEC = Codec.empty(new ListUsers());
}
