package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator decides what a user is. */
public record SetUserRole(String login, UserRole role) implements OperatorMessage {
    public static final Codec<SetUserRole> CODEC =
            Codec.of(Codec.text(64), SetUserRole::login, UserRole.CODEC, SetUserRole::role, SetUserRole::new);
}
