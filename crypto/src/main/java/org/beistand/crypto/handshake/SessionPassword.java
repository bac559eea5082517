package org.beistand.crypto.handshake;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The password of one session: eight digits. Digits are what English, German and Japanese speakers read out on the telephone without
 * spelling, and what every keyboard and input method has. Eight of them are 26.5 bits: enough, because each try needs the
 * moderator's program, which grants three ({@code 3 / 10^8}), and nothing that travels can be tested against guesses.
 *
 * @param digits exactly eight, 0 to 9
 */
public record SessionPassword(String digits) { // 001-135 002-69
    public static final int LENGTH = 8;

    private static final int HOW_MANY = 100_000_000;
    private static final int HALF = LENGTH / 2;
    /** Whatever people type between digits is not worth a second look. */
    private static final int LONGEST_TYPED = 40;

    public SessionPassword {
        if (!digits.matches("[0-9]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("not eight digits");
        }
    }

    /** A new one for a new session. */
    public static SessionPassword random(SecureRandom random) { // 002-68 002-70
        return new SessionPassword(String.format(Locale.ROOT, "%08d", random.nextInt(HOW_MANY)));
    }

    /** What a person typed: full-width digits, spaces and hyphens are understood. Empty if it is no password. */
    public static Optional<SessionPassword> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char one = typed.charAt(i);
            int digit = Character.digit(one, 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            } else if (!Character.isSpaceChar(one) && Character.getType(one) != Character.DASH_PUNCTUATION) {
                return Optional.empty();
            }
        }
        return digits.length() == LENGTH ? Optional.of(new SessionPassword(digits.toString())) : Optional.empty();
    }

    /** In two groups of four, as it is read out. */
    public String grouped() {
        return digits.substring(0, HALF) + " " + digits.substring(HALF);
    }

    @Override
    public String toString() {
        return "SessionPassword[hidden]";
    }
}
