package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** The password was right; now the authenticator is asked. */
public record CodeNeeded() implements OperatorMessage {
    public static final Codec<CodeNeeded> CODEC = Codec.empty(new CodeNeeded());
}
