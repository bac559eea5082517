package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** How it stands with a user's second factor. */
public enum FactorState implements Coded {
    /** Neither asked for nor there. */
    NONE(1),
    /** To be set up at the next sign-in. */
    EXPECTED(2),
    /** Asked for at every sign-in. */
    ACTIVE(3);

    public static final Codec<FactorState> CODEC = Codec.coded(FactorState.class);

    private final int code;

    FactorState(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
