package org.beistand.protocol.operator;

import java.util.List;
import org.beistand.protocol.wire.Codec;

/** All users. */
public record UserList(List<UserLine> users) implements OperatorMessage {
    public static final Codec<UserList> CODEC =
            Codec.of(Codec.list(UserLine.CODEC, 2000), UserList::users, UserList::new);
}
