package org.beistand.protocol.relay;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** Who can speak on a connection to the communication server. */
public enum RelayParty implements Coded {
    /** Somebody whose ticket has not been looked at yet. */
    STRANGER(1),
    MODERATOR(2),
    /** An attendee or an expert. */
    GUEST(3),
    COMMUNICATION_SERVER(4);

    public static final Codec<RelayParty> CODEC = Codec.coded(RelayParty.class);

    private final int code;

    RelayParty(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
