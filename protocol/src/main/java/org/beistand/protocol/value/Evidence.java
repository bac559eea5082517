package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** What a moderator must have before he may help anybody. */
public enum Evidence implements Coded {
    /** He completed the required trainings. */
    TRAINING(1),
    /** He took part in the briefing. */
    BRIEFING(2),
    /** He gave his undertakings in writing. */
    UNDERTAKING(3);

    public static final Codec<Evidence> CODEC = Codec.coded(Evidence.class);

    private final int code;

    Evidence(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
