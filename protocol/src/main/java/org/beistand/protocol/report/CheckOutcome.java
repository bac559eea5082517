package org.beistand.protocol.report;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** How the spoken check went, or the session's password. */
public enum CheckOutcome implements Coded {
    MATCHED(1),
    /** A wrong code was picked, or none of those offered. */
    FAILED(2),
    /** Policy allowed to go on without; both sides show "not verified". */
    SKIPPED(3);

    public static final Codec<CheckOutcome> CODEC = Codec.coded(CheckOutcome.class);

    private final int code;

    CheckOutcome(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
