package org.beistand.operator.login;

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

    static Account local(String login) {
        return new Account(LOCAL + SqlUsers.key(login));
    }

    /** @param sid such as {@code S-1-5-21-1004336348-1177238915-682003330-1105} */
    static Account directory(String sid) {
        return new Account(DIRECTORY + sid);
    }

    @Override
    public String toString() {
        return "Account[hidden]";
    }
}
