package org.beistand.operator.login;

import java.util.Optional;

/** What an administrator keeps: the users of our own, everybody's entitlements, and what the site demands. */
public record Administration(LocalAccounts accounts, Entitlements entitlements, Policy policy) {
    public Optional<Account> accountOf(String login) {
        return LocalAccounts.isLogin(login) ? Optional.of(Account.local(login)) : Optional.empty();
    }
}
