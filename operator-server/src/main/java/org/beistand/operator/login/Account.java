package org.beistand.operator.login;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beistand.operator.store.SqlUsers;

/**
 * Whose account it is, the same however the name was typed: the folded login of an account of our own, or the SID that the
 * directory gave once and never gives again. Accounts of the two realms are never equal, whatever they are called.
 *
 * @param key as it is stored
 */
public record Account(String key) {
    private static final String LOCAL = "local:";
    private static final String DIRECTORY = "directory:";

    private static final Pattern SID = Pattern.compile("[Ss]-1-[0-9]{1,15}(-[0-9]{1,10}){1,15}");

    static Account local(String login) {
        return new Account(LOCAL + SqlUsers.key(login));
    }

    /** @param sid such as {@code S-1-5-21-1004336348-1177238915-682003330-1105} */
    static Account directory(String sid) {
        return new Account(DIRECTORY + sid);
    }

    /** What an administrator types: the form of {@link #key}, or a login or a SID alone. */
    static Optional<Account> parse(String typed) {
        if (typed.startsWith(LOCAL)) {
            String login = typed.substring(LOCAL.length());
            return LocalAccounts.isLogin(login) ? Optional.of(local(login)) : Optional.empty();
        }
        String sid = typed.startsWith(DIRECTORY) ? typed.substring(DIRECTORY.length()) : typed;
        if (isSid(sid)) {
            return Optional.of(directory(sid.toUpperCase(Locale.ROOT)));
        }
        return LocalAccounts.isLogin(typed) ? Optional.of(local(typed)) : Optional.empty();
    }

    static boolean isSid(String text) {
        return SID.matcher(text).matches();
    }

    /** The folded login, if it is an account of our own. */
    Optional<String> localLogin() {
        return key.startsWith(LOCAL) ? Optional.of(key.substring(LOCAL.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Account[hidden]";
    }
}
