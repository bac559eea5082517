package org.beistand.protocol.operator;

import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** A user as an administrator sees him. */
public record UserLine(String login, PersonName name, boolean enabled) {
    public static final Codec<UserLine> CODEC = Codec.of(
            Codec.text(64),
            UserLine::login,
            PersonName.CODEC,
            UserLine::name,
            Codec.BOOL,
            UserLine::enabled,
            UserLine::new);
}
