package org.beistand.operator.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.number.Tries;
import org.beistand.operator.store.SqlUsers;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in through the directory, and asks it again whenever a session is opened. May block; not for event loops. */
final class DirectorySignIn { // 001-45
    private static final Logger LOG = LoggerFactory.getLogger(DirectorySignIn.class);
    /** How long an answer of the directory holds while it cannot be asked. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final int REMEMBERED = 4000;
    /** So many are asked about at once, the others wait their turn: a crowd in the morning is no attack on the directory. */
    private static final int AT_ONCE = 16;

    private static final Duration TURN = Duration.ofSeconds(20);

    private final Directory directory;
    private final Tries triesByAccount;
    private final Tries triesByAddress;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final LinkedHashMap<String, Instant> seenInGroup = new LinkedHashMap<>(16, 0.75f, true);

    DirectorySignIn(Directory directory, Tries triesByAccount, Tries triesByAddress, Clock clock) {
        this.directory = directory;
        this.triesByAccount = triesByAccount;
        this.triesByAddress = triesByAddress;
        this.clock = clock;
    }

    /** @param password not empty */
    SignInOutcome signIn(DirectoryName name, Secret password, String address) {
        String typed = "directory-name:" + SqlUsers.key(name.name());
        Optional<Duration> pause = triesByAddress.begin(address).or(() -> triesByAccount.begin(typed));
        if (pause.isPresent()) {
            return new SignInOutcome.Denied(Reason.TOO_MANY_TRIES, pause.get());
        }
        return inTurn(() -> signIn(name, typed, password, address)).orElseGet(() -> {
            triesByAddress.succeeded(address);
            triesByAccount.succeeded(typed);
            return denied(Reason.SERVER_BUSY);
        });
    }

    private SignInOutcome signIn(DirectoryName name, String typed, Secret password, String address) {
        try {
            Optional<Directory.Found> found = directory.find(name);
            Optional<String> account =
                    found.map(one -> Account.directory(one.sid()).key());
            // One account can have two names, which together get no more tries than one: the domain counts wrong
            // passwords
            // too and would lock the account. That the two are one is nothing to tell, so it sounds like a wrong
            // password.
            boolean spent = account.flatMap(triesByAccount::begin).isPresent();
            Directory.Verdict verdict = directory.prove(spent ? Optional.empty() : found, password);
            if (spent || found.isEmpty() || verdict != Directory.Verdict.PROVED) {
                // Not what was typed: it could be a password in the wrong field.
                LOG.info(
                        "the directory refused {}: {}",
                        found.map(Directory.Found::sid).orElse("an unknown name"),
                        spent ? "too many tries" : verdict);
                return denied(found.isEmpty() || spent ? Reason.SIGN_IN_REFUSED : reason(verdict));
            }
            triesByAddress.succeeded(address);
            triesByAccount.succeeded(typed);
            account.ifPresent(triesByAccount::succeeded);
            return entitled(found.get(), Reason.SIGN_IN_REFUSED);
        } catch (Directory.Unreachable e) {
            triesByAddress.succeeded(address);
            triesByAccount.succeeded(typed);
            LOG.error("nobody of the directory can sign in: {}", e.getMessage());
            return denied(Reason.DIRECTORY_UNREACHABLE);
        }
    }

    /** He whom the domain has proved already. */
    SignInOutcome signInHolder(DirectoryName.Principal holder) { // 001-42
        return inTurn(() -> held(holder)).orElseGet(() -> denied(Reason.SERVER_BUSY));
    }

    private SignInOutcome held(DirectoryName.Principal holder) {
        try {
            // A ticket has the account's name or its principal name, and does not say which: both must be one account.
            List<Directory.Found> found = Stream.of(
                            directory.find(new DirectoryName.Plain(holder.name())), directory.find(holder))
                    .flatMap(Optional::stream)
                    .toList();
            if (found.stream().map(Directory.Found::sid).distinct().count() != 1) {
                LOG.warn("a ticket is of {}", found.isEmpty() ? "nobody in the directory" : "two accounts");
                return denied(Reason.DOMAIN_SIGN_IN_REFUSED);
            }
            return entitled(found.getFirst(), Reason.DOMAIN_SIGN_IN_REFUSED);
        } catch (Directory.Unreachable e) {
            LOG.error("nobody of the directory can sign in: {}", e.getMessage());
            return denied(Reason.DIRECTORY_UNREACHABLE);
        }
    }

    /** @param gone what somebody hears whose account is none any more */
    private SignInOutcome entitled(Directory.Found found, Reason gone) throws Directory.Unreachable {
        Directory.Standing standing = directory.standing(found.sid());
        remember(found.sid(), standing);
        return switch (standing) {
            case MODERATOR -> new SignInOutcome.Entitled(EntitledModerator.ofDirectory(found.sid(), found.name()));
            case NOT_IN_GROUP -> {
                LOG.info("{} is known to the directory, but in none of the moderators' groups", found.sid());
                yield denied(Reason.NOT_A_MODERATOR);
            }
            case GONE -> denied(gone);
        };
    }

    /** @return why he who signed in some time ago may not open sessions now, if so */
    Optional<Reason> refusal(String sid) {
        return inTurn(() -> asked(sid)).orElse(Optional.of(Reason.SERVER_BUSY));
    }

    private Optional<Reason> asked(String sid) {
        try {
            Directory.Standing standing = directory.standing(sid);
            remember(sid, standing);
            return switch (standing) {
                case MODERATOR -> Optional.empty();
                case NOT_IN_GROUP, GONE -> {
                    LOG.info("{} may not open sessions any more: {}", sid, standing);
                    yield Optional.of(Reason.SIGN_IN_NEEDED);
                }
            };
        } catch (Directory.Unreachable e) {
            LOG.warn("the directory cannot be asked about {}: {}", sid, e.getMessage());
            return wasSeenLately(sid) ? Optional.empty() : Optional.of(Reason.DIRECTORY_UNREACHABLE);
        }
    }

    /** @return empty if the turn did not come */
    private <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    private synchronized void remember(String sid, Directory.Standing standing) {
        if (standing != Directory.Standing.MODERATOR) {
            seenInGroup.remove(sid);
            return;
        }
        seenInGroup.put(sid, clock.instant());
        if (seenInGroup.size() > REMEMBERED) {
            seenInGroup.pollFirstEntry();
        }
    }

    private synchronized boolean wasSeenLately(String sid) {
        Instant seen = seenInGroup.get(sid);
        Instant now = clock.instant();
        // A clock that was set back makes no answer younger.
        return seen != null && !seen.isAfter(now) && now.isBefore(seen.plus(GOOD_FOR));
    }

    /** What a person hears: her own sentence only where the directory speaks of it to the right password alone. */
    private static Reason reason(Directory.Verdict verdict) {
        return switch (verdict) {
            case PROVED, WRONG, LOCKED, DISABLED, OTHER_WORKSTATION -> Reason.SIGN_IN_REFUSED;
            case EXPIRED -> Reason.ACCOUNT_EXPIRED;
            case PASSWORD_EXPIRED, PASSWORD_MUST_CHANGE -> Reason.PASSWORD_CHANGE_NEEDED;
            case OUTSIDE_HOURS -> Reason.OUTSIDE_HOURS;
        };
    }

    private static SignInOutcome denied(Reason reason) {
        return new SignInOutcome.Denied(reason, Duration.ZERO);
    }
}
