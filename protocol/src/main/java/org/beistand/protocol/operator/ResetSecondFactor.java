package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator forgets a user's authenticator and recovery codes: both are lost, or somebody else has them. */
public record ResetSecondFactor(String login) implements OperatorMessage {
    public static final Codec<ResetSecondFactor> CODEC =
            Codec.of(Codec.text(64), ResetSecondFactor::login, ResetSecondFactor::new);
}
