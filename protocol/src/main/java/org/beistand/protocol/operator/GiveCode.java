package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;

/** A moderator types what his authenticator shows, or one of his recovery codes. */
public record GiveCode(String code) implements OperatorMessage {
    public static final Codec<GiveCode> CODEC = Codec.of(Codec.text(40), GiveCode::code, GiveCode::new);
}
