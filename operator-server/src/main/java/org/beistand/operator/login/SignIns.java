package org.beistand.operator.login;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.number.Tries;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * The one door through which moderators come in. Who is behind a name, the directory or an account of our own, is decided by the
 * name's form; the other one is then never asked. May block; not for event loops.
 */
public final class SignIns { // 001-45, 001-46
    private final Realms realms;
    private final LocalAccounts accounts;
    private final Optional<DirectorySignIn> directory;
    private final Optional<TicketSignIn> tickets;
    private final Entitlements entitlements;

    private SignIns(
            Realms realms,
            LocalAccounts accounts,
            Optional<DirectorySignIn> directory,
            Optional<TicketSignIn> tickets,
            Entitlements entitlements) {
        this.realms = realms;
        this.accounts = accounts;
        this.directory = directory;
        this.tickets = tickets;
        this.entitlements = entitlements;
    }

    /** Without a directory. */
    public static SignIns local(LocalAccounts accounts, Entitlements entitlements) {
        return new SignIns(Realms.localOnly(), accounts, Optional.empty(), Optional.empty(), entitlements);
    }

    /**
     * The directory, and what is its domain's alone.
     *
     * @param tries wrong passwords of one account in the {@code window}; fewer than those at which the domain locks it, so that
     *     strangers cannot lock anybody out of his own computer
     * @param tickets of those who are signed in at the domain, where they are taken instead of a password
     */
    public record Domain(Realms realms, Directory directory, int tries, Duration window, Optional<Tickets> tickets) {}

    /** @param triesByAddress those of both realms, counted together */
    public static SignIns withDirectory(
            Domain domain,
            LocalAccounts accounts,
            Entitlements entitlements,
            Tries triesByAccount,
            Tries triesByAddress,
            Clock clock) {
        DirectorySignIn directory = new DirectorySignIn(domain.directory(), triesByAccount, triesByAddress, clock);
        return new SignIns(
                domain.realms(),
                accounts,
                Optional.of(directory),
                domain.tickets().map(one -> new TicketSignIn(one, directory, triesByAddress, clock)),
                entitlements);
    }

    /** @param address where the try comes from */
    public SignInOutcome signIn(String typed, Secret password, String address) {
        if (password.length() == 0) {
            return new SignInOutcome.Denied(Reason.PASSWORD_MISSING, Duration.ZERO);
        }
        return entitled(
                switch (realms.of(typed)) {
                    case Realms.Place.Local(String login) -> accounts.signIn(login, password, address);
                    // No login of our own has a backslash: the accounts refuse it as they refuse anybody they do not
                    // know.
                    case Realms.Place.Nowhere _ -> accounts.signIn(typed, password, address);
                    case Realms.Place.Directory(DirectoryName name) ->
                        directory.orElseThrow().signIn(name, password, address);
                });
    }

    /** Whether somebody may show a ticket of the domain instead of a password. */
    public boolean takesTickets() {
        return tickets.isPresent();
    }

    /** @param address where the try comes from */
    public TicketOutcome show(Octets token, String address) { // 001-42
        return tickets.map(one -> one.show(token, address))
                .orElseGet(() -> new TicketOutcome.Denied(Reason.DOMAIN_SIGN_IN_OFF, Duration.ZERO));
    }

    /** The ticket is bound to the connection on which it was shown; only that signs in. */
    public SignInOutcome bind(TicketOutcome.Taken taken, Octets mic) { // 001-42
        return entitled(tickets.orElseThrow().bind(taken, mic));
    }

    /** The answer to a question that was asked after the right password. */
    public SignInOutcome goOn(LocalSignIn signIn, LocalSignIn.Reply reply) {
        return entitled(signIn.hear(reply));
    }

    /** Who signed in some time ago is looked at again: his account, and his entitlement as it is now. */
    public SignInOutcome again(EntitledModerator moderator) { // 001-16
        Optional<Reason> refusal = refusal(moderator);
        return refusal.isPresent()
                ? new SignInOutcome.Denied(refusal.get(), Duration.ZERO)
                : entitled(new SignInOutcome.Entitled(moderator));
    }

    /** The last step of every way in: whoever he is, he needs training, briefing and undertaking. */
    private SignInOutcome entitled(SignInOutcome outcome) { // 001-115, 001-116, 001-117
        return switch (outcome) {
            case SignInOutcome.Entitled(var moderator) ->
                switch (entitlements.of(moderator.account())) {
                    case Entitlements.Verdict.Has(var entitlement) ->
                        new SignInOutcome.Entitled(moderator.with(entitlement));
                    case Entitlements.Verdict.Lacks(var reason) -> new SignInOutcome.Denied(reason, Duration.ZERO);
                };
            case SignInOutcome.Asked _, SignInOutcome.Denied _ -> outcome;
        };
    }

    /** @return why he who signed in some time ago may not open sessions now, if so */
    Optional<Reason> refusal(EntitledModerator moderator) {
        return switch (moderator.proof()) {
            case EntitledModerator.Proof.Local _ ->
                accounts.isStillEntitled(moderator) ? Optional.empty() : Optional.of(Reason.SIGN_IN_NEEDED);
            case EntitledModerator.Proof.OfDirectory(String sid) ->
                directory.map(one -> one.refusal(sid)).orElse(Optional.of(Reason.SIGN_IN_NEEDED));
        };
    }
}
