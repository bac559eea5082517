package org.beistand.operator.login;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.beistand.protocol.value.Reason;

/** What a new password must be: long, and not the user's own name. Length beats signs and digits that nobody remembers. */
final class PasswordRule {
    private static final int SHORTEST = 12;
    /** A login of one letter would forbid half of all words. */
    private static final int LOGIN_THAT_COUNTS = 3;

    private PasswordRule() {}

    /** @return what is wrong with it */
    static Optional<Reason> check(String login, String password) {
        if (password.isEmpty()) {
            return Optional.of(Reason.PASSWORD_MISSING);
        }
        boolean strong = password.codePointCount(0, password.length()) >= SHORTEST
                && (login.length() < LOGIN_THAT_COUNTS || !folded(password).contains(folded(login)));
        return strong ? Optional.empty() : Optional.of(Reason.PASSWORD_WEAK);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
