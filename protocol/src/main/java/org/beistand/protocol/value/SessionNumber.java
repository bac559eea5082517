package org.beistand.protocol.value;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.beistand.protocol.wire.Codec;

/**
 * The six digits that are read out on the telephone: a routing handle for one session, not a secret, yet never written to a
 * log. {@link #toString()} does not show it.
 *
 * @param value 0 to 999999; 000000 is the rehearsal's
 */
public record SessionNumber(int value) { // 001-17
    public static final int DIGITS = 6;
    private static final int COUNT = 1_000_000;
    public static final Codec<SessionNumber> CODEC = Codec.I32.as(SessionNumber::new, SessionNumber::value);
    /** Number 000 000 never meets anybody. */
    public static final SessionNumber REHEARSAL = new SessionNumber(0);

    public SessionNumber {
        if (value < 0 || value >= COUNT) {
            throw new IllegalArgumentException("not six digits");
        }
    }

    /** Any number but the rehearsal's, each as likely as the others. */
    public static SessionNumber random(RandomGenerator random) {
        return new SessionNumber(random.nextInt(1, COUNT));
    }

    /**
     * What a person typed: six digits of any script, with spaces, points or hyphens wherever she likes, full-width digits of a
     * Japanese keyboard included.
     */
    public static Optional<SessionNumber> parse(String typed) {
        int value = 0;
        int digits = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                if (++digits > DIGITS) {
                    return Optional.empty();
                }
                value = value * 10 + digit;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '.' && c != '‐') {
                return Optional.empty();
            }
        }
        return digits == DIGITS ? Optional.of(new SessionNumber(value)) : Optional.empty();
    }

    /** In two groups, to be read out: {@code 042 137}. */
    public String grouped() {
        return "%03d %03d".formatted(value / 1000, value % 1000);
    }

    @Override
    public String toString() {
        return "SessionNumber[hidden]";
    }
}
