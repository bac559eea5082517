package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** What the owner of a screen shows of it. */
public enum ShareKind implements Coded {
    /** All windows. */
    EVERYTHING(1),
    /** What is on one monitor. */
    MONITOR(2),
    /** The windows of single programs. */
    PROGRAMS(3); // 001-57

    public static final Codec<ShareKind> CODEC = Codec.coded(ShareKind.class);

    private final int code;

    ShareKind(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
