package org.beistand.operator.login.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/** A security identifier ([MS-DTYP] 2.4.2): its bytes in an attribute, its text {@code S-1-5-21-...}. */
final class Sid {
    private static final Pattern TEXT = Pattern.compile("S-1-\\d{1,15}(-\\d{1,10}){1,15}");
    private static final int HEAD = 8;
    private static final int MOST_PARTS = 15;

    private Sid() {}

    static boolean isText(String text) {
        return TEXT.matcher(text).matches();
    }

    /** @return empty for what is no SID */
    static Optional<String> text(byte[] bytes) {
        if (bytes.length < HEAD || bytes[0] != 1 || bytes[1] < 0 || bytes[1] > MOST_PARTS) {
            return Optional.empty();
        }
        if (bytes.length != HEAD + 4 * bytes[1]) {
            return Optional.empty();
        }
        long authority = ByteBuffer.wrap(bytes).getLong() & 0xFFFF_FFFF_FFFFL;
        StringBuilder text = new StringBuilder("S-1-").append(authority);
        ByteBuffer parts = ByteBuffer.wrap(bytes, HEAD, bytes.length - HEAD).order(ByteOrder.LITTLE_ENDIAN);
        while (parts.hasRemaining()) {
            text.append('-').append(Integer.toUnsignedString(parts.getInt()));
        }
        return Optional.of(text.toString());
    }

    /** @param text for which {@link #isText} holds */
    static byte[] bytes(String text) {
        String[] parts = text.substring("S-1-".length()).split("-");
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + 4 * (parts.length - 1)).order(ByteOrder.LITTLE_ENDIAN);
        long authority = Long.parseLong(parts[0]);
        bytes.put((byte) 1).put((byte) (parts.length - 1));
        for (int shift = 40; shift >= 0; shift -= 8) {
            bytes.put((byte) (authority >>> shift));
        }
        for (int i = 1; i < parts.length; i++) {
            bytes.putInt((int) Long.parseLong(parts[i]));
        }
        return bytes.array();
    }

    /** As the value of a search filter: every byte escaped. */
    static String filter(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte one : bytes(text)) {
            escaped.append('\\').append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
        }
        return escaped.toString();
    }
}
