package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator gives a user's access back. */
public record EnableUser(String login) implements OperatorMessage {
    public static final Codec<EnableUser> CODEC = Codec.of(Codec.text(64), EnableUser::login, EnableUser::new);
}
