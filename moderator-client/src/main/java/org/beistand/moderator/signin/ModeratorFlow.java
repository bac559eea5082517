package org.beistand.moderator.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.meeting.ModeratorDoor;
import org.beistand.client.meeting.ModeratorDoor.SignedInModerator;
import org.beistand.client.meeting.SignInStep;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Ticker;
import org.beistand.protocol.value.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The moderator's way: signing in, answering what more is asked, at home, opening, in session, over, and home again. Belongs to the FX thread.
 */
public final class ModeratorFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ModeratorFlow.class);

    private final ModeratorDoor door;
    private final Executor windows;
    private final Ticker ticker;

    private final StringProperty login = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Reason>> loginProblem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Reason>> passwordProblem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Reason>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final SignInAnswers answers = new SignInAnswers();
    private final ReadOnlyIntegerWrapper secondsToWait = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new SigningIn(false));
    private final ReadOnlyObjectWrapper<Optional<String>> domainUser = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int attempt;
    /** Nobody asked for the ticket that is looked at. */
    private boolean quiet;

    /** How far the moderator has come. */
    public sealed interface Step permits SigningIn, ByTicket, Asked, AtHome, InSession, Over {}

    /** @param waiting for the operator server's answer */
    public record SigningIn(boolean waiting) implements Step {}

    /** The operator server looks at the ticket. @param user who is signed in at this machine's domain */
    public record ByTicket(String user) implements Step {}

    /**
     * The password was right, and something more is asked.
     *
     * @param waiting for the operator server's answer
     */
    public record Asked(SignInStep question, boolean waiting) implements Step {}

    /** @param opening whether a session is on its way */
    public record AtHome(SignedInModerator moderator, boolean opening) implements Step {}

    public record InSession(SignedInModerator moderator, Session session, SessionFeed feed) implements Step {}

    public record Over(SignedInModerator moderator, Reason reason) implements Step {}

    /** @param windows runs tasks on the FX thread, in order */
    public ModeratorFlow(ModeratorDoor door, Executor windows, Ticker ticker) {
        this.door = door;
        this.windows = windows;
        this.ticker = ticker;
        login.addListener((value, before, now) -> loginProblem.set(Optional.empty()));
        password.addListener((value, before, now) -> passwordProblem.set(Optional.empty()));
    }

    /** The program has started: whoever is signed in at the domain need not type anything. Only now, never after he has signed out. */
    public void begin() { // 001-42
        int mine = attempt;
        door.domainUser()
                .thenAccept(user -> windows.execute(() -> {
                    domainUser.set(user);
                    boolean untouched = mine == attempt
                            && login.get().isEmpty()
                            && password.get().isEmpty();
                    if (untouched && user.isPresent()) {
                        byTicket(true);
                    }
                }));
    }

    /** As the one who is signed in at this machine's domain. */
    public void signInByTicket() { // 001-42
        byTicket(false);
    }

    private void byTicket(boolean unasked) {
        if (step.get() instanceof SigningIn(var waiting)
                && !waiting
                && secondsToWait.get() == 0
                && domainUser.get().isPresent()) {
            problem.set(Optional.empty());
            loginProblem.set(Optional.empty());
            passwordProblem.set(Optional.empty());
            quiet = unasked;
            step.set(new ByTicket(domainUser.get().get()));
            await(door.signInByTicket(), new SigningIn(false));
        }
    }

    public void signIn() {
        if (!(step.get() instanceof SigningIn signing) || signing.waiting() || secondsToWait.get() > 0) {
            return;
        }
        loginProblem.set(login.get().isBlank() ? Optional.of(Reason.NAME_MISSING) : Optional.empty());
        passwordProblem.set(password.get().isEmpty() ? Optional.of(Reason.PASSWORD_MISSING) : Optional.empty());
        problem.set(Optional.empty());
        if (loginProblem.get().isPresent() || passwordProblem.get().isPresent()) {
            return;
        }
        step.set(new SigningIn(true));
        await(door.signIn(login.get().strip(), password.get().toCharArray()), new SigningIn(false));
    }

    /** Sends what he answered to the question of the moment. */
    public void answer() { // 001-114
        if (!(step.get() instanceof Asked asked) || asked.waiting() || secondsToWait.get() > 0) {
            return;
        }
        problem.set(Optional.empty());
        answers.send(asked.question(), door).ifPresent(answer -> {
            step.set(new Asked(asked.question(), true));
            await(answer, new Asked(asked.question(), false));
        });
    }

    /** @param back where he is again after a refusal that leaves the question open */
    private void await(CompletableFuture<SignInStep> answer, Step back) {
        int mine = ++attempt;
        answer.whenComplete((next, failure) -> windows.execute(() -> {
            if (mine == attempt) {
                heard(next, failure, back);
            }
        }));
    }

    private void heard(@Nullable SignInStep next, @Nullable Throwable failure, Step back) {
        if (next != null) {
            password.set("");
            answers.forget();
            step.set(
                    next instanceof SignInStep.Welcome(var moderator)
                            ? new AtHome(moderator, false)
                            : new Asked(next, false));
        } else {
            boolean stays =
                    cause(failure) instanceof MeetingRefused refusal && SignInAnswers.staysOpen(refusal.reason());
            boolean byTicket = step.get() instanceof ByTicket;
            step.set(stays ? back : new SigningIn(false));
            if (!byTicket || isToBeTold(cause(failure))) {
                tell(failure);
            }
        }
    }

    /** That nothing came of a ticket is no news for somebody who did not ask for it. */
    private boolean isToBeTold(@Nullable Throwable cause) {
        Optional<Reason> reason =
                cause instanceof MeetingRefused refusal ? Optional.of(refusal.reason()) : Optional.empty();
        boolean off = reason.equals(Optional.of(Reason.DOMAIN_SIGN_IN_OFF));
        if (off) {
            domainUser.set(Optional.empty());
        }
        return !quiet || !off && !reason.equals(Optional.of(Reason.DOMAIN_SIGN_IN_MISSING));
    }

    /** Back to the fields while the answer is awaited. */
    public void cancelSigningIn() {
        attempt++;
        answers.forget();
        problem.set(Optional.empty());
        step.set(new SigningIn(false));
    }

    public void signOut() {
        attempt++;
        problem.set(Optional.empty());
        step.set(new SigningIn(false));
    }

    /** @param withPassword whether the session also has a password */
    public void openSession(boolean withPassword) { // 001-44 001-135
        if (!(step.get() instanceof AtHome home) || home.opening()) {
            return;
        }
        int mine = ++attempt;
        problem.set(Optional.empty());
        step.set(new AtHome(home.moderator(), true));
        home.moderator()
                .openSession(withPassword)
                .whenComplete(
                        (session, failure) -> windows.execute(() -> opened(mine, home.moderator(), session, failure)));
    }

    private void opened(int mine, SignedInModerator moderator, @Nullable Session session, @Nullable Throwable failure) {
        if (mine != attempt) {
            // Cancelled meanwhile: nobody should be kept waiting in a session without a moderator.
            if (session != null) {
                session.leave();
            }
        } else if (session != null) {
            SessionFeed feed = new SessionFeed(windows);
            feed.viewProperty().addListener((value, before, now) -> {
                if (now.stage() instanceof SessionView.Over over && step.get() instanceof InSession) {
                    step.set(new Over(moderator, over.reason()));
                }
            });
            step.set(new InSession(moderator, session, feed));
            session.watch(feed);
        } else {
            step.set(new AtHome(moderator, false));
            tell(failure);
        }
    }

    public void cancelOpening() {
        if (step.get() instanceof AtHome home) {
            attempt++;
            step.set(new AtHome(home.moderator(), false));
        }
    }

    /** The moderator goes, and with him the session. */
    public void endSession() {
        if (step.get() instanceof InSession running) {
            running.session().leave();
        }
    }

    public void goHome() {
        if (step.get() instanceof Over over) {
            problem.set(Optional.empty());
            step.set(new AtHome(over.moderator(), false));
        }
    }

    /** The program ends: a session that runs is left, the door is shut. */
    public void leave() {
        attempt++;
        endSession();
        door.close();
    }

    private void tell(@Nullable Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof MeetingRefused refusal) {
            problem.set(Optional.of(refusal.reason()));
            hold(refusal.pause());
            if (refusal.reason() == Reason.SIGN_IN_NEEDED) {
                step.set(new SigningIn(false));
            }
        } else {
            LOG.error("the operator server's answer failed unexpectedly", cause);
            problem.set(Optional.of(Reason.INTERNAL));
        }
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void hold(Duration pause) {
        secondsToWait.set((int) Math.min(3600, (pause.toMillis() + 999) / 1000));
        countDown();
    }

    private void countDown() {
        if (secondsToWait.get() > 0) {
            ticker.after(Duration.ofSeconds(1), () -> {
                secondsToWait.set(secondsToWait.get() - 1);
                countDown();
            });
        }
    }

    /** A programming error: told in the window, wherever he is. */
    public void wentWrong(Reason reason) {
        problem.set(Optional.of(reason));
    }

    public StringProperty login() {
        return login;
    }

    public StringProperty password() {
        return password;
    }

    /** Who is signed in at this machine's domain, where that counts here. */
    public ReadOnlyObjectProperty<Optional<String>> domainUser() {
        return domainUser.getReadOnlyProperty();
    }

    public SignInAnswers answers() {
        return answers;
    }

    public ReadOnlyObjectProperty<Optional<Reason>> loginProblem() {
        return loginProblem;
    }

    public ReadOnlyObjectProperty<Optional<Reason>> passwordProblem() {
        return passwordProblem;
    }

    public ReadOnlyObjectProperty<Optional<Reason>> problem() {
        return problem;
    }

    /** Until the next try is allowed, 0 if at once. */
    public ReadOnlyIntegerProperty secondsToWait() {
        return secondsToWait.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }
}
