package org.beistand.protocol.value;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Coded;

/** The kinds of traffic that are counted apart in the report. */
public enum Traffic implements Coded {
    /** Keys, consent, chat: everything that is neither of the others. */
    SESSION(1),
    SCREEN(2),
    CONTROL(3),
    FILES(4),
    CLIPBOARD(5);

    public static final Codec<Traffic> CODEC = Codec.coded(Traffic.class);

    private final int code;

    Traffic(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }
}
