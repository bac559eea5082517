package org.beistand.operator.login;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.operator.store.SqlEntitlements;
import org.beistand.operator.store.Users;
import org.beistand.protocol.operator.EntitlementChange;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training, briefing and signed undertaking: being in a group or on a list is not enough. Kept for accounts of both realms. May
 * block; not for event loops.
 */
public final class Entitlements { // 001-115, 001-116, 001-117
    /** One answer holds them all. */
    public static final int MOST = 6000;

    private static final Logger LOG = LoggerFactory.getLogger(Entitlements.class);

    private final SqlEntitlements stored;
    private final Users users;
    private final boolean required;
    private final Clock clock;

    /** @param required whether a moderator needs all three */
    public Entitlements(SqlEntitlements stored, Users users, boolean required, Clock clock) {
        this.stored = stored;
        this.users = users;
        this.required = required;
        this.clock = clock;
    }

    /** What an account has at this moment. */
    sealed interface Verdict {
        record Has(Entitlement entitlement) implements Verdict {}

        /** The first that is missing or has run out. */
        record Lacks(Reason reason) implements Verdict {}
    }

    Verdict of(Account account) {
        if (!required) {
            return new Verdict.Has(Entitlement.NOT_ASKED);
        }
        Instant now = clock.instant();
        List<Attested> found = stored.of(account.key());
        Instant until = Instant.MAX;
        for (Evidence evidence : Evidence.values()) {
            Optional<Attested> one =
                    found.stream().filter(any -> any.evidence() == evidence).findFirst();
            if (one.isEmpty() || !one.get().covers(now)) {
                boolean over = one.filter(any -> !now.isBefore(any.end())).isPresent();
                return new Verdict.Lacks(lack(evidence, over));
            }
            until = one.get().end().isBefore(until) ? one.get().end() : until;
        }
        return new Verdict.Has(new Entitlement(found, until));
    }

    /** One that begins in the future is not there yet. */
    private static Reason lack(Evidence evidence, boolean over) {
        return switch (evidence) {
            case TRAINING -> over ? Reason.TRAINING_EXPIRED : Reason.TRAINING_MISSING;
            case BRIEFING -> over ? Reason.BRIEFING_EXPIRED : Reason.BRIEFING_MISSING;
            case UNDERTAKING -> over ? Reason.UNDERTAKING_EXPIRED : Reason.UNDERTAKING_MISSING;
        };
    }

    /** Why nothing was written. @param line the first that is wrong, from 0 */
    public record Refusal(int line, Reason reason) {}

    /**
     * Writes all lines down or none of them; what stood there for the same account and evidence is replaced.
     *
     * @param by the administrator
     */
    public Optional<Refusal> set(List<EntitlementLine> lines, String by) {
        List<EntitlementLine> resolved = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Optional<Account> account = known(lines.get(i).account());
            if (account.isEmpty()) {
                return Optional.of(new Refusal(i, Reason.USER_UNKNOWN));
            }
            resolved.add(new EntitlementLine(account.get().key(), lines.get(i).attested()));
        }
        if (!stored.set(resolved, by, clock.instant(), MOST)) {
            return Optional.of(new Refusal(Math.max(0, lines.size() - 1), Reason.LIST_FULL));
        }
        LOG.info("{} entitlements were written down by {}", lines.size(), by);
        return Optional.empty();
    }

    /** @return why not, if not */
    public Optional<Reason> remove(String typed, Evidence evidence, String by) {
        // Also of a user or a directory that is gone.
        boolean removed = Account.parse(typed)
                .filter(account -> stored.remove(account.key(), evidence, by, clock.instant()))
                .isPresent();
        if (removed) {
            LOG.info("an entitlement was struck out by {}", by);
        }
        return removed ? Optional.empty() : Optional.of(Reason.USER_UNKNOWN);
    }

    public List<EntitlementLine> list() {
        return stored.list(MOST);
    }

    /** @return the newest first */
    public List<EntitlementChange> changes(int atMost) {
        return stored.changes(atMost);
    }

    /** A misspelt login would entitle nobody and be found late; a SID is known to the directory alone. */
    private Optional<Account> known(String typed) {
        return Account.parse(typed)
                .filter(account -> account.localLogin()
                        .map(login -> users.find(login).isPresent())
                        .orElse(true));
    }
}
