package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** What a user of our own may be. */
public enum UserRole implements Coded {
    /** Opens sessions. */
    MODERATOR(1),
    /** Is called into a session by its moderator and opens none. */
    EXPERT(2);

    public static final Codec<UserRole> CODEC = Codec.coded(UserRole.class);

    private final int code;

    UserRole(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
