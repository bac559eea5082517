package org.beistand.protocol.service;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** The two servers. */
public enum ServiceParty implements Coded {
    OPERATOR_SERVER(1),
    COMMUNICATION_SERVER(2);

    public static final Codec<ServiceParty> CODEC = Codec.coded(ServiceParty.class);

    private final int code;

    ServiceParty(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
