package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator sets a new password. */
public record ResetPassword(String login, String password) implements OperatorMessage {
    public static final Codec<ResetPassword> CODEC = Codec.of(
            Codec.text(64), ResetPassword::login, Codec.text(1024), ResetPassword::password, ResetPassword::new);
}
