package org.beistand.crypto.secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code of an authenticator: six digits, new every 30 seconds (RFC 6238 with HMAC-SHA-1 and a secret of 160 bits, the one
 * form that every such program knows).
 */
public final class TimeCode { // 001-114
    public static final int SECRET_BYTES = 20;
    public static final int DIGITS = 6;
    public static final int SECONDS = 30;
    /** Steps that a clock may go wrong, to both sides. */
    private static final int WINDOW = 1;

    private static final Pattern FORM = Pattern.compile("[0-9]{" + DIGITS + "}");

    private TimeCode() {}

    public static Secret newSecret(SecureRandom random) {
        return Secret.random(SECRET_BYTES, random);
    }

    /** How many times 30 seconds since 1970. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    public static String at(Secret secret, Instant when) {
        return code(secret, step(when), DIGITS);
    }

    /** Whether it looks like one at all. */
    public static boolean isOfTheForm(String typed) {
        return FORM.matcher(typed).matches();
    }

    /**
     * @param usedUpTo the step of the last code that was accepted: it and all before are used up
     * @return the step to which this code belongs, if it is good now
     */
    public static OptionalLong match(Secret secret, String typed, Instant now, long usedUpTo) {
        if (!isOfTheForm(typed)) {
            return OptionalLong.empty();
        }
        OptionalLong found = OptionalLong.empty();
        // All are computed, whichever fits.
        for (long step = step(now) - WINDOW; step <= step(now) + WINDOW; step++) {
            if (isEqual(code(secret, step, DIGITS), typed) && step > usedUpTo) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static boolean isEqual(String code, String typed) {
        int different = 0;
        for (int i = 0; i < DIGITS; i++) {
            different |= code.charAt(i) ^ typed.charAt(i);
        }
        return different == 0;
    }

    /** RFC 4226, section 5.3, with the step as counter. */
    static String code(Secret secret, long step, int digits) {
        byte[] hash = secret.lend(key -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(key, "HmacSHA1"));
                return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
        int offset = hash[hash.length - 1] & 0xF;
        int binary = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        long modulus = Math.round(Math.pow(10, digits));
        return String.format(Locale.ROOT, "%0" + digits + "d", binary % modulus);
    }
}
