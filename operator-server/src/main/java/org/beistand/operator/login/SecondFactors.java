package org.beistand.operator.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.beistand.crypto.identity.SealingKey;
import org.beistand.crypto.secret.RecoveryCodes;
import org.beistand.crypto.secret.Secret;
import org.beistand.crypto.secret.TimeCode;
import org.beistand.operator.store.SqlFactors;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.StoredFactor;
import org.beistand.operator.store.StoredUser;
import org.beistand.protocol.operator.FactorState;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authenticators of our own users. Only somebody with the right password comes so far, so wrong codes may lock the account's
 * second factor for ever longer: a stranger cannot do that to anybody. The count stands in the store and outlives a restart.
 */
public final class SecondFactors { // 001-114
    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);
    /** Wrong codes in a row for which nobody has to wait. */
    static final int FREE = 3;

    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final SqlFactors stored;
    private final SealingKey sealing;
    private final boolean requiredOfAll;
    private final Clock clock;
    private final SecureRandom random;

    public SecondFactors(
            SqlFactors stored, SealingKey sealing, boolean requiredOfAll, Clock clock, SecureRandom random) {
        this.stored = stored;
        this.sealing = sealing;
        this.requiredOfAll = requiredOfAll;
        this.clock = clock;
        this.random = random;
    }

    boolean isActive(StoredUser user) {
        return stored.find(key(user)).isPresent();
    }

    /** Whether he needs one and has none. */
    boolean isExpectedOf(StoredUser user) {
        return (requiredOfAll || user.factorRequired()) && !isActive(user);
    }

    Set<String> owners() {
        return stored.keys();
    }

    FactorState state(StoredUser user, Set<String> owners) {
        if (owners.contains(key(user))) {
            return FactorState.ACTIVE;
        }
        return requiredOfAll || user.factorRequired() ? FactorState.EXPECTED : FactorState.NONE;
    }

    Secret offer() {
        return TimeCode.newSecret(random);
    }

    List<String> recoveryCodes() {
        return RecoveryCodes.generate(random);
    }

    /** @return the step of the code, if it is the one that an authenticator with this secret shows now */
    OptionalLong firstCode(Secret offered, String typed) {
        return TimeCode.match(offered, typed, clock.instant(), Long.MIN_VALUE);
    }

    /** @return false if he has one already */
    boolean activate(StoredUser user, Secret secret, List<String> codes, long usedUpTo) {
        boolean added = stored.add(new StoredFactor(
                key(user),
                sealing.seal(secret, key(user)),
                codes.stream()
                        .map(code -> RecoveryCodes.hash(code).orElseThrow())
                        .toList(),
                usedUpTo,
                0,
                Instant.EPOCH,
                0));
        if (added) {
            LOG.info("a second factor was set up");
        }
        return added;
    }

    void reset(StoredUser user) {
        stored.remove(key(user));
    }

    /** Why a code was not taken. @param pause until the next is looked at */
    record Refusal(Reason reason, Duration pause) {}

    /** @param typed what the authenticator shows, or a recovery code; both are good once */
    Optional<Refusal> refusal(StoredUser user, String typed) {
        Optional<StoredFactor> found = stored.find(key(user));
        if (found.isEmpty()) {
            return Optional.of(new Refusal(Reason.SIGN_IN_NEEDED, Duration.ZERO));
        }
        StoredFactor factor = found.get();
        Instant now = clock.instant();
        if (now.isBefore(factor.lockedUntil())) {
            return Optional.of(new Refusal(Reason.TOO_MANY_TRIES, Duration.between(now, factor.lockedUntil())));
        }
        Optional<Secret> secret = sealing.open(factor.sealed(), factor.key());
        if (secret.isEmpty()) {
            LOG.error("a second factor does not open with this server's sealing key");
            return Optional.of(new Refusal(Reason.INTERNAL, Duration.ZERO));
        }
        Optional<StoredFactor> accepted;
        try (Secret open = secret.get()) {
            accepted = accepted(factor, open, typed, now);
        }
        StoredFactor next = accepted.orElseGet(() -> missed(factor, now));
        if (!stored.change(factor, next)) {
            // Somebody else signs in with the same account at this moment; only one of them is right with one code.
            return Optional.of(new Refusal(Reason.SERVER_BUSY, Duration.ZERO));
        }
        if (accepted.isPresent()) {
            return Optional.empty();
        }
        if (next.wrong() >= FREE) {
            LOG.warn("wrong codes after the right password, {} in a row", next.wrong());
        }
        Duration pause = Duration.between(now, next.lockedUntil());
        return Optional.of(new Refusal(Reason.CODE_WRONG, pause.isNegative() ? Duration.ZERO : pause));
    }

    private static Optional<StoredFactor> accepted(StoredFactor factor, Secret secret, String typed, Instant now) {
        OptionalLong step = TimeCode.match(secret, typed, now, factor.usedUpTo());
        if (step.isPresent()) {
            return Optional.of(next(factor, factor.recovery(), step.getAsLong(), 0, Instant.EPOCH));
        }
        return RecoveryCodes.hash(typed)
                .filter(hash -> factor.recovery().contains(hash))
                .map(hash -> next(
                        factor,
                        factor.recovery().stream()
                                .filter(one -> !one.equals(hash))
                                .toList(),
                        factor.usedUpTo(),
                        0,
                        Instant.EPOCH));
    }

    private static StoredFactor missed(StoredFactor factor, Instant now) {
        int wrong = Math.min(factor.wrong() + 1, 1000);
        return next(
                factor,
                factor.recovery(),
                factor.usedUpTo(),
                wrong,
                wrong < FREE ? Instant.EPOCH : now.plus(pause(wrong)));
    }

    /** Twice as long each time. */
    static Duration pause(int wrong) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(wrong - FREE, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static StoredFactor next(
            StoredFactor factor, List<String> recovery, long usedUpTo, int wrong, Instant lockedUntil) {
        return new StoredFactor(
                factor.key(), factor.sealed(), recovery, usedUpTo, wrong, lockedUntil, factor.version() + 1);
    }

    private static String key(StoredUser user) {
        return SqlUsers.key(user.login());
    }
}
