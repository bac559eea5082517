package org.beistand.protocol.operator;

import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.wire.Codec;

/** An administrator adds a user of our own. */
public record AddUser(String login, PersonName name, String password) implements OperatorMessage {
    public static final Codec<AddUser> CODEC = Codec.of(
            Codec.text(64),
            AddUser::login,
            PersonName.CODEC,
            AddUser::name,
            Codec.text(1024),
            AddUser::password,
            AddUser::new);
}
