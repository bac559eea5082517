package org.beistand.crypto.channel;

import org.beistand.protocol.wire.Octets;

/** Bytes that only the two ends of one channel can read: the only thing that goes into an envelope. */
public final class Sealed {
    /** The longest in bytes: the largest message in its five records. */
    public static final int LONGEST = 66_000;

    private final Octets bytes;

    Sealed(Octets bytes) {
        this.bytes = bytes;
    }

    public Octets bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "Sealed[" + bytes + "]";
    }
}
