package org.beistand.crypto.secret;

/** Bytes as letters and digits, five bits each: for secrets that a person types (RFC 4648, or without look-alikes). */
public final class Base32 {
    private static final String STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** Without I, L, O and U. */
    static final String CLEAR = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int BITS = 5;

    private Base32() {}

    /** RFC 4648 without padding: the form in which authenticators take a secret. */
    public static String standard(byte[] bytes) {
        return encode(bytes, STANDARD);
    }

    /** The last letter is filled up with zeros. */
    static String encode(byte[] bytes, String alphabet) {
        StringBuilder text = new StringBuilder();
        int left = 0;
        int bits = 0;
        for (byte one : bytes) {
            left = left << Byte.SIZE | one & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(alphabet.charAt(left >> bits & 31));
            }
            left &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(alphabet.charAt(left << (BITS - bits) & 31));
        }
        return text.toString();
    }
}
