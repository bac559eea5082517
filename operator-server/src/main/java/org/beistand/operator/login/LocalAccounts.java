package org.beistand.operator.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.number.Tries;
import org.beistand.operator.store.SqlUsers;
import org.beistand.operator.store.StoredUser;
import org.beistand.operator.store.Users;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;

/** The users of our own: they sign in, and an administrator keeps their list. May block; not for event loops. */
public final class LocalAccounts { // 001-45, 001-46
    /** One answer, {@code UserList}, holds them all. */
    public static final int MOST_USERS = 2000;

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,39}");

    private final Users users;
    private final PasswordWork work;
    private final Tries triesByLogin;
    private final Tries triesByAddress;
    private final Clock clock;

    public LocalAccounts(Users users, PasswordWork work, Tries triesByLogin, Tries triesByAddress, Clock clock) {
        this.users = users;
        this.work = work;
        this.triesByLogin = triesByLogin;
        this.triesByAddress = triesByAddress;
        this.clock = clock;
    }

    /**
     * An unknown user, a wrong password and a disabled account are told apart neither by the answer nor by its time.
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
        Optional<StoredUser> user = LOGIN.matcher(login).matches() ? users.find(login) : Optional.empty();
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
        forgive(address, key);
        return new SignInOutcome.Entitled(
                EntitledModerator.local(user.get().login(), user.get().name()));
    }

    /** Whether he who signed in some time ago may still open sessions. */
    public boolean isStillEntitled(EntitledModerator moderator) {
        return moderator.proof() instanceof EntitledModerator.Proof.Local(String login)
                && users.find(login).filter(StoredUser::enabled).isPresent();
    }

    /** @return why not, if not */
    public Optional<Reason> add(String login, PersonName name, String password) {
        if (!LOGIN.matcher(login).matches()) {
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
        boolean added = users.add(new StoredUser(login, name, hash.get(), true, now, now));
        return added ? Optional.empty() : Optional.of(Reason.USER_EXISTS);
    }

    /** @return why not, if not */
    public Optional<Reason> disable(String login) {
        Optional<StoredUser> user = users.find(login);
        boolean changed = user.isPresent() && users.change(user.get().disabled(clock.instant()));
        return changed ? Optional.empty() : Optional.of(Reason.USER_UNKNOWN);
    }

    /** Sets a new password and lets the user sign in again. @return why not, if not */
    public Optional<Reason> reset(String login, String password) {
        Optional<StoredUser> user = users.find(login);
        if (user.isEmpty()) {
            return Optional.of(Reason.USER_UNKNOWN);
        }
        Optional<Reason> weak = PasswordRule.check(user.get().login(), password);
        if (weak.isPresent()) {
            return weak;
        }
        Optional<String> hash = hash(password);
        if (hash.isEmpty()) {
            return Optional.of(Reason.SERVER_BUSY);
        }
        boolean changed = users.change(user.get().withPassword(hash.get(), clock.instant()));
        return changed ? Optional.empty() : Optional.of(Reason.USER_UNKNOWN);
    }

    public List<StoredUser> list() {
        return users.list(MOST_USERS);
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
