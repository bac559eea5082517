package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** What somebody is in a session. */
public enum Role implements Coded {
    /** Invites, admits, asks for rights; when he leaves, the session ends. */
    MODERATOR(1),
    /** A colleague of the moderator's with special knowledge. */
    EXPERT(2),
    /** The customer. */
    ATTENDEE(3);

    public static final Codec<Role> CODEC = Codec.coded(Role.class);

    private final int code;

    Role(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
