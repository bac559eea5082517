package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator takes a user's access away. */
public record DisableUser(String login) implements OperatorMessage {
    public static final Codec<DisableUser> CODEC = Codec.of(Codec.text(64), DisableUser::login, DisableUser::new);
}
