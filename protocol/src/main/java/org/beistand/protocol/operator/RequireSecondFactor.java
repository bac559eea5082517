package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** An administrator decides whether a user needs a second factor.
 *
 * @param required where the site's policy demands it of everybody, it is needed all the same
 */
public record RequireSecondFactor(String login, boolean required) implements OperatorMessage {
    public static final Codec<RequireSecondFactor> CODEC = Codec.of(
            Codec.text(64),
            RequireSecondFactor::login,
            Codec.BOOL,
            RequireSecondFactor::required,
            RequireSecondFactor::new);
}
