package org.beistand.crypto.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * For whoever has lost his authenticator: ten codes, each good once. A code has 80 random bits, so that a plain hash of it
 * gives nothing away.
 */
public final class RecoveryCodes { // 001-114
    public static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[" + Base32.CLEAR + "]{16}");

    private RecoveryCodes() {}

    /** In the form {@code 9KX4-7TQ2-M0BC-PZ51}. */
    public static List<String> generate(SecureRandom random) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String letters = Base32.encode(bytes, Base32.CLEAR);
            codes.add(String.join("-", letters.split("(?<=\\G.{" + GROUP + "})")));
        }
        return List.copyOf(codes);
    }

    /**
     * @param typed as a person types it: with or without dashes and blanks, large or small, with O for 0 and I or L for 1
     * @return SHA-256 in hexadecimal, for the store; empty for what cannot be such a code
     */
    public static Optional<String> hash(String typed) {
        String letters = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (!FORM.matcher(letters).matches()) {
            return Optional.empty();
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("beistand recovery code v1\n" + letters).getBytes(StandardCharsets.US_ASCII));
            return Optional.of(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
