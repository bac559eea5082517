package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** A moderator chooses the password that nobody else knows. */
public record ChoosePassword(String password) implements OperatorMessage {
    public static final Codec<ChoosePassword> CODEC =
            Codec.of(Codec.text(1024), ChoosePassword::password, ChoosePassword::new);
}
