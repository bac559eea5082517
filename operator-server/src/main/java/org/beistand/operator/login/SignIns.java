package org.beistand.operator.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.number.Tries;
import org.beistand.protocol.value.Reason;

/**
 * The one door through which moderators come in. Who is behind a name, the directory or an account of our own, is decided by the
 * name's form; the other one is then never asked. May block; not for event loops.
 */
public final class SignIns { // 001-45, 001-46
    private final Realms realms;
    private final LocalAccounts accounts;
    private final Optional<DirectorySignIn> directory;

    private SignIns(Realms realms, LocalAccounts accounts, Optional<DirectorySignIn> directory) {
        this.realms = realms;
        this.accounts = accounts;
        this.directory = directory;
    }

    /** Without a directory. */
    public static SignIns local(LocalAccounts accounts) {
        return new SignIns(Realms.localOnly(), accounts, Optional.empty());
    }

    /**
     * The directory, and what is its domain's alone.
     *
     * @param tries wrong passwords of one account in the {@code window}; fewer than those at which the domain locks it, so that
     *     strangers cannot lock anybody out of his own computer
     */
    public record Domain(Realms realms, Directory directory, int tries, Duration window) {}

    /** @param triesByAddress those of both realms, counted together */
    public static SignIns withDirectory(
            Domain domain, LocalAccounts accounts, Tries triesByAccount, Tries triesByAddress, Clock clock) {
        return new SignIns(
                domain.realms(),
                accounts,
                Optional.of(new DirectorySignIn(domain.directory(), triesByAccount, triesByAddress, clock)));
    }

    /** @param address where the try comes from */
    public SignInOutcome signIn(String typed, Secret password, String address) {
        if (password.length() == 0) {
            return new SignInOutcome.Denied(Reason.PASSWORD_MISSING, Duration.ZERO);
        }
        return switch (realms.of(typed)) {
            case Realms.Place.Local(String login) -> accounts.signIn(login, password, address);
            // No login of our own has a backslash: the accounts refuse it as they refuse anybody they do not know.
            case Realms.Place.Nowhere _ -> accounts.signIn(typed, password, address);
            case Realms.Place.Directory(DirectoryName name) ->
                directory.orElseThrow().signIn(name, password, address);
        };
    }

    /** @return why he who signed in some time ago may not open sessions now, if so */
    public Optional<Reason> refusal(EntitledModerator moderator) { // 001-16
        return switch (moderator.proof()) {
            case EntitledModerator.Proof.Local _ ->
                accounts.isStillEntitled(moderator) ? Optional.empty() : Optional.of(Reason.SIGN_IN_NEEDED);
            case EntitledModerator.Proof.OfDirectory(String sid) ->
                directory.map(one -> one.refusal(sid)).orElse(Optional.of(Reason.SIGN_IN_NEEDED));
        };
    }
}
