package org.beistand.operator.login;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.beistand.crypto.secret.Base32;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.store.StoredUser;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.value.Reason;

/**
 * What is asked of a user of our own after the right password, one after the other, each only where it is due.
 *
 * <pre>
 *   Code -----> NewPassword -----> Authenticator -----> Codes -----> entitled
 *   if active   if must change     if expected          always then
 * </pre>
 *
 * The account is read anew before each step: whoever is disabled meanwhile gets no further. One thread at a time.
 */
public final class LocalSignIn {
    /** Somebody who goes away from a half-open door finds it shut. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final LocalAccounts accounts;
    private final SecondFactors factors;
    private final Instant begun;
    private final Runnable forgive;
    private StoredUser user;
    private boolean codeGiven;
    private Optional<Secret> offered = Optional.empty();
    private OptionalLong confirmed = OptionalLong.empty();
    private Question question = new Question.Nothing();

    /** What is asked now. */
    public sealed interface Question {
        record Code() implements Question {}

        record NewPassword() implements Question {}

        /** @param secret as RFC 4648 writes it */
        record Authenticator(String secret, String login) implements Question {
            @Override
            public String toString() {
                return "Authenticator[hidden]";
            }
        }

        /** The recovery codes are to be written down. */
        record Codes(List<String> codes) implements Question {
            @Override
            public String toString() {
                return "Codes[hidden]";
            }
        }

        /** It is over, well or not. */
        record Nothing() implements Question {}
    }

    /** What he answers. */
    public sealed interface Reply {
        record Code(String typed) implements Reply {
            @Override
            public String toString() {
                return "Code[hidden]";
            }
        }

        record Password(String chosen) implements Reply {
            @Override
            public String toString() {
                return "Password[hidden]";
            }
        }

        record Noted() implements Reply {}
    }

    /**
     * @param user whose password was right just now
     * @param forgive to be run when all was answered: the tries were none
     */
    LocalSignIn(LocalAccounts accounts, SecondFactors factors, StoredUser user, Instant begun, Runnable forgive) {
        this.accounts = accounts;
        this.factors = factors;
        this.user = user;
        this.begun = begun;
        this.forgive = forgive;
    }

    public Question question() {
        return question;
    }

    /** Whether this is an answer to what is asked. */
    public boolean fits(Reply reply) {
        return switch (question) {
            case Question.Code _, Question.Authenticator _ -> reply instanceof Reply.Code;
            case Question.NewPassword _ -> reply instanceof Reply.Password;
            case Question.Codes _ -> reply instanceof Reply.Noted;
            case Question.Nothing _ -> false;
        };
    }

    /** After a refusal the question stands, unless {@link #question} is Nothing. */
    SignInOutcome hear(Reply reply) {
        if (!fits(reply)) {
            throw new IllegalArgumentException("no answer to what was asked");
        }
        Optional<StoredUser> now = accounts.find(user.login())
                .filter(StoredUser::enabled)
                .filter(found -> found.password().equals(user.password()));
        if (now.isEmpty() || accounts.now().isAfter(begun.plus(PATIENCE))) {
            return end(Reason.SIGN_IN_NEEDED);
        }
        user = now.get();
        return switch (reply) {
            case Reply.Code(var typed) when question instanceof Question.Code -> code(typed);
            case Reply.Code(var typed) -> firstCode(typed);
            case Reply.Password(var chosen) -> chosen(chosen);
            case Reply.Noted _ -> noted();
        };
    }

    /** Asks what is due next. */
    SignInOutcome next() {
        if (factors.isActive(user) && !codeGiven) {
            return ask(new Question.Code());
        }
        if (user.mustChange()) {
            return ask(new Question.NewPassword());
        }
        if (factors.isExpectedOf(user)) {
            Secret secret = factors.offer();
            offered = Optional.of(secret);
            return ask(new Question.Authenticator(secret.lend(Base32::standard), user.login()));
        }
        question = new Question.Nothing();
        forgive.run();
        return user.role() == UserRole.EXPERT
                ? denied(Reason.EXPERT_NOT_CALLED, Duration.ZERO)
                : new SignInOutcome.Entitled(EntitledModerator.local(user.login(), user.name()));
    }

    private SignInOutcome code(String typed) {
        Optional<SecondFactors.Refusal> refusal = factors.refusal(user, typed);
        if (refusal.isEmpty()) {
            codeGiven = true;
            return next();
        }
        return refusal.get().reason() == Reason.SIGN_IN_NEEDED
                ? end(Reason.SIGN_IN_NEEDED)
                : denied(refusal.get().reason(), refusal.get().pause());
    }

    private SignInOutcome chosen(String password) {
        Optional<Reason> refusal = accounts.choose(user, password);
        if (refusal.isPresent()) {
            return denied(refusal.get(), Duration.ZERO);
        }
        Optional<StoredUser> changed = accounts.find(user.login()).filter(found -> !found.mustChange());
        if (changed.isEmpty()) {
            return end(Reason.SIGN_IN_NEEDED);
        }
        user = changed.get();
        return next();
    }

    private SignInOutcome firstCode(String typed) {
        confirmed = factors.firstCode(offered.orElseThrow(), typed);
        return confirmed.isEmpty()
                ? denied(Reason.CODE_WRONG, Duration.ZERO)
                : ask(new Question.Codes(factors.recoveryCodes()));
    }

    /** Only now is the authenticator asked for at every sign-in: nobody is left with one and without recovery codes. */
    private SignInOutcome noted() {
        if (!(question instanceof Question.Codes(var codes))) {
            throw new IllegalStateException("nothing to note");
        }
        boolean activated = factors.activate(user, offered.orElseThrow(), codes, confirmed.orElseThrow());
        offered.ifPresent(Secret::close);
        offered = Optional.empty();
        if (!activated) {
            return end(Reason.SIGN_IN_NEEDED);
        }
        codeGiven = true;
        return next();
    }

    private SignInOutcome ask(Question next) {
        question = next;
        return new SignInOutcome.Asked(this);
    }

    private SignInOutcome end(Reason reason) {
        question = new Question.Nothing();
        return denied(reason, Duration.ZERO);
    }

    private static SignInOutcome denied(Reason reason, Duration pause) {
        return new SignInOutcome.Denied(reason, pause);
    }
}
