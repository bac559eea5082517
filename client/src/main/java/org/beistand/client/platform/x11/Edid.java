package org.beistand.client.platform.x11;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a monitor says of itself: 128 bytes, the same for all makers (VESA E-EDID 1.4, section 3.10). */
final class Edid {
    private static final int SIZE = 128;
    private static final int FIRST_DESCRIPTOR = 54;
    private static final int DESCRIPTOR = 18;
    private static final int PRODUCT_NAME = 0xFC;
    private static final int LONGEST_NAME = 13;

    private Edid() {}

    /** The name that stands on the monitor. */
    static Optional<String> productName(byte[] edid) {
        if (edid.length < SIZE) {
            return Optional.empty();
        }
        for (int at = FIRST_DESCRIPTOR; at + DESCRIPTOR < SIZE; at += DESCRIPTOR) {
            boolean isText = edid[at] == 0 && edid[at + 1] == 0 && edid[at + 2] == 0;
            if (isText && (edid[at + 3] & 0xFF) == PRODUCT_NAME) {
                String padded = new String(edid, at + 5, LONGEST_NAME, StandardCharsets.US_ASCII);
                String name = padded.lines().findFirst().orElse("").strip();
                boolean readable = !name.isEmpty() && name.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
                return Optional.of(name).filter(any -> readable);
            }
        }
        return Optional.empty();
    }
}
