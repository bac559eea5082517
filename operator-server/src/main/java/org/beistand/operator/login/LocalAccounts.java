package org.beistand.operator.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.number.Tries;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.StoredUser;
import org.beistand.operator.store.Users;
import org.beistand.protocol.operator.FactorState;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;

/** The users of our own: they sign in, and an administrator keeps their list. May block; not for event loops. */
public final class LocalAccounts { // 001-45, 001-46
    /** One answer, {@code UserList}, holds them all. */
    public static final int MOST_USERS = 2000;

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,39}");

    private final Users users;
    private final SecondFactors factors;
    private final PasswordWork work;
    private final Tries triesByLogin;
    private final Tries triesByAddress;
    private final Clock clock;

    public LocalAccounts(
            Users users,
            SecondFactors factors,
            PasswordWork work,
            Tries triesByLogin,
            Tries triesByAddress,
            Clock clock) {
        this.users = users;
        this.factors = factors;
        this.work = work;
        this.triesByLogin = triesByLogin;
        this.triesByAddress = triesByAddress;
        this.clock = clock;
    }

    /**
     * An unknown user, a wrong password and a disabled account are told apart neither by the answer nor by its time. After the
     * right password more may be asked; the try is forgiven when all of it was answered.
     *
     * @param address where the try comes from
     */
    public SignInOutcome signIn(String login, Secret password, String address) {
        if (password.length() == 0) {
            return denied(Reason.PASSWORD_MISSING);
        }
        String key = SqlUsers.key(login);
        Optional<Duration> pause = triesByAddress.begin(address).or(() -> triesByLogin.begin(key));
        if (pause.isPresent()) {
            return new SignInOutcome.Denied(Reason.TOO_MANY_TRIES, pause.get());
        }
        Optional<StoredUser> user = isLogin(login) ? users.find(login) : Optional.empty();
        boolean proved;
        try {
            proved = user.isPresent()
                    ? work.verify(user.get().password(), password)
                    : work.verifyAgainstNobody(password);
        } catch (PasswordWork.Busy e) {
            forgive(address, key);
            return denied(Reason.SERVER_BUSY);
        }
        if (!proved || user.isEmpty() || !user.get().enabled()) {
            return denied(Reason.SIGN_IN_REFUSED);
        }
        LocalSignIn signIn = new LocalSignIn(this, factors, user.get(), clock.instant(), () -> forgive(address, key));
        return signIn.next();
    }

    /** Whether he who signed in some time ago may still open sessions. */
    public boolean isStillEntitled(EntitledModerator moderator) {
        return moderator.proof() instanceof EntitledModerator.Proof.Local(String login)
                && users.find(login)
                        .filter(user -> user.enabled() && !user.mustChange() && user.role() == UserRole.MODERATOR)
                        .filter(user -> !factors.isExpectedOf(user))
                        .isPresent();
    }

    /** @return why not, if not */
    public Optional<Reason> add(String login, PersonName name, String password) {
        // Whoever reads a list of accounts must not take a login for somebody of the directory.
        if (!isLogin(login) || Account.isSid(login)) {
            return Optional.of(Reason.LOGIN_UNSUITABLE);
        }
        Optional<Reason> weak = PasswordRule.check(login, password);
        if (weak.isPresent()) {
            return weak;
        }
        if (users.find(login).isPresent()) {
            return Optional.of(Reason.USER_EXISTS);
        }
        if (users.count() >= MOST_USERS) {
            return Optional.of(Reason.TOO_MANY_USERS);
        }
        Optional<String> hash = hash(password);
        if (hash.isEmpty()) {
            return Optional.of(Reason.SERVER_BUSY);
        }
        Instant now = clock.instant();
        boolean added = users.add(StoredUser.added(login, name, hash.get(), now));
        return added ? Optional.empty() : Optional.of(Reason.USER_EXISTS);
    }

    /** @return why not, if not */
    public Optional<Reason> enable(String login, boolean may) {
        return change(login, user -> user.enabled(may, clock.instant()));
    }

    /** @return why not, if not */
    public Optional<Reason> requireFactor(String login, boolean required) {
        return change(login, user -> user.factorRequired(required, clock.instant()));
    }

    /** Forgets authenticator and recovery codes. @return why not, if not */
    public Optional<Reason> resetFactor(String login) {
        return change(login, user -> {
            factors.reset(user);
            return user;
        });
    }

    /** @return why not, if not */
    public Optional<Reason> setRole(String login, UserRole role) {
        return change(login, user -> user.as(role, clock.instant()));
    }

    /**
     * Sets a password that is good for choosing another one. Whether he may sign in stays as it was.
     *
     * @return why not, if not
     */
    public Optional<Reason> reset(String login, String password) {
        return withHash(login, password, (user, hash) -> user.withFirstPassword(hash, clock.instant()));
    }

    /** He himself chooses it. @return why not, if not */
    Optional<Reason> choose(StoredUser user, String password) {
        Optional<Reason> weak = PasswordRule.check(user.login(), password);
        if (weak.isPresent()) {
            return weak;
        }
        try (Secret secret = Secret.of(password)) {
            if (work.verify(user.password(), secret)) {
                return Optional.of(Reason.PASSWORD_SAME);
            }
        } catch (PasswordWork.Busy e) {
            return Optional.of(Reason.SERVER_BUSY);
        }
        return withHash(user.login(), password, (now, hash) -> now.withOwnPassword(hash, clock.instant()));
    }

    private Optional<Reason> withHash(
            String login, String password, BiFunction<StoredUser, String, StoredUser> changed) {
        Optional<StoredUser> user = users.find(login);
        if (user.isEmpty()) {
            return Optional.of(Reason.USER_UNKNOWN);
        }
        Optional<Reason> weak = PasswordRule.check(user.get().login(), password);
        if (weak.isPresent()) {
            return weak;
        }
        Optional<String> hash = hash(password);
        return hash.isEmpty() ? Optional.of(Reason.SERVER_BUSY) : change(login, now -> changed.apply(now, hash.get()));
    }

    private Optional<Reason> change(String login, UnaryOperator<StoredUser> changed) {
        // Read anew: what was hashed meanwhile took a while.
        Optional<StoredUser> user = users.find(login);
        boolean done = user.isPresent() && users.change(changed.apply(user.get()));
        return done ? Optional.empty() : Optional.of(Reason.USER_UNKNOWN);
    }

    Instant now() {
        return clock.instant();
    }

    /** The account as it is now. */
    Optional<StoredUser> find(String login) {
        return users.find(login);
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    /** A user with the standing of his second factor. */
    public record Listed(StoredUser user, FactorState factor) {}

    public List<Listed> list() {
        Set<String> active = factors.owners();
        return users.list(MOST_USERS).stream()
                .map(user -> new Listed(user, factors.state(user, active)))
                .toList();
    }

    private Optional<String> hash(String password) {
        try (Secret secret = Secret.of(password)) {
            return Optional.of(work.hash(secret));
        } catch (PasswordWork.Busy e) {
            return Optional.empty();
        }
    }

    private void forgive(String address, String key) {
        triesByAddress.succeeded(address);
        triesByLogin.succeeded(key);
    }

    private static SignInOutcome denied(Reason reason) {
        return new SignInOutcome.Denied(reason, Duration.ZERO);
    }
}
