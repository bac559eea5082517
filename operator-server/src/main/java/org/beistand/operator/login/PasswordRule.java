package org.beistand.operator.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.beistand.protocol.value.Reason;

/**
 * What a new password must be: long, not the user's own name, and not what everybody thinks of. Length beats signs and digits
 * that nobody remembers.
 */
final class PasswordRule {
    private static final int SHORTEST = 12;
    /** A login of one letter would forbid half of all words. */
    private static final int LOGIN_THAT_COUNTS = 3;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_WALK = 6;
    /** No word is as long as the rows to walk along. */
    private static final int SHORTEST_ROW = 30;

    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /** @return what is wrong with it */
    static Optional<Reason> check(String login, String password) {
        if (password.isEmpty()) {
            return Optional.of(Reason.PASSWORD_MISSING);
        }
        String folded = folded(password);
        boolean strong = password.codePointCount(0, password.length()) >= SHORTEST
                && (login.length() < LOGIN_THAT_COUNTS || !folded.contains(folded(login)));
        if (!strong) {
            return Optional.of(Reason.PASSWORD_WEAK);
        }
        return isCommon(folded) ? Optional.of(Reason.PASSWORD_COMMON) : Optional.empty();
    }

    /** A common word, alone or with digits and signs around it, one thing again and again, or a walk over the keyboard. */
    private static boolean isCommon(String folded) {
        String letters = folded.replaceAll("[^\\p{L}]", "");
        boolean monotonous = folded.codePoints().distinct().count() < FEWEST_DIFFERENT;
        boolean repeated = folded.matches("(?s)(.{1,8})\\1+");
        return monotonous
                || repeated
                || COMMON.contains(folded)
                || COMMON.contains(letters)
                || isWalk(folded)
                || letters.length() >= SHORTEST_WALK && isWalk(letters);
    }

    private static boolean isWalk(String text) {
        return COMMON.stream().anyMatch(row -> row.length() >= SHORTEST_ROW && row.contains(text));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try (InputStream in = Objects.requireNonNull(PasswordRule.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
