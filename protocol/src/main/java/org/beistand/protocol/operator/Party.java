package org.beistand.protocol.operator;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** Who can speak on a connection to the operator server; told apart by certificates. */
public enum Party implements Coded {
    /** Anybody with the attendee package. */
    ATTENDEE(1),
    /** A moderator's device. */
    MODERATOR(2),
    /** The administrator's command line. */
    ADMINISTRATOR(3),
    OPERATOR_SERVER(4),
    /** Reads reports and nothing else. */
    AUDITOR(5);

    public static final Codec<Party> CODEC = Codec.coded(Party.class);

    private final int code;

    Party(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
