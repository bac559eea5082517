package org.beistand.client.session;

import java.nio.charset.StandardCharsets;

/** What fits into a clipboard message. */
final class ClipboardText {
    static final int LONGEST_BYTES = 32_768;

    private ClipboardText() {}

    static boolean fits(String text) {
        return text.length() <= LONGEST_BYTES
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }
}
