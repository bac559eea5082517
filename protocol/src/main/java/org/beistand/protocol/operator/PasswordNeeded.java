package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** The password was right and is good for nothing but choosing another one. */
public record PasswordNeeded() implements OperatorMessage {
    public static final Codec<PasswordNeeded> CODEC = Codec.empty(new PasswordNeeded());
}
