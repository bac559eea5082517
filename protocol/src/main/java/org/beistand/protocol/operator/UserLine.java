package org.beistand.protocol.operator;

import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** A user as an administrator sees him.
 *
 * @param mustChange whether his password is only good for choosing another one
 */
public record UserLine(
        String login, PersonName name, boolean enabled, boolean mustChange, FactorState factor, UserRole role) {
    public static final Codec<UserLine> CODEC = Codec.of(
            Codec.text(64),
            UserLine::login,
            PersonName.CODEC,
            UserLine::name,
            Codec.BOOL,
            UserLine::enabled,
            Codec.BOOL,
            UserLine::mustChange,
            FactorState.CODEC,
            UserLine::factor,
            UserRole.CODEC,
            UserLine::role,
            UserLine::new);
}
