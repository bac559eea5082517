package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** A moderator names himself. */
public record SignIn(String login, String password) implements OperatorMessage {
    public static final Codec<SignIn> CODEC =
            Codec.of(Codec.text(256), SignIn::login, Codec.text(1024), SignIn::password, SignIn::new);
}
