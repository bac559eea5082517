package org.beistand.protocol.report;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** Which way a file went, seen by the witness who states it. */
public enum Direction implements Coded {
    SENT(1),
    RECEIVED(2);

    public static final Codec<Direction> CODEC = Codec.coded(Direction.class);

    private final int code;

    Direction(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
