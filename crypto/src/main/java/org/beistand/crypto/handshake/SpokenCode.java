package org.beistand.crypto.handshake;

import java.util.Locale;

/**
 * What is read aloud.
 *
 * @param value 0 to 99999
 */
public record SpokenCode(int value) {
    static final int HOW_MANY = 100_000;

    public SpokenCode {
        if (value < 0 || value >= HOW_MANY) {
            throw new IllegalArgumentException("not five digits");
        }
    }

    /** Five digits, with zeros in front. */
    public String digits() {
        return String.format(Locale.ROOT, "%05d", value);
    }

    /** Whoever reads the log of one side must not be able to help the other. */
    @Override
    public String toString() {
        return "SpokenCode[hidden]";
    }
}
