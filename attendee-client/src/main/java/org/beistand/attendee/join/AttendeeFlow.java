package org.beistand.attendee.join;

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
import org.beistand.client.meeting.AttendeeDoor;
import org.beistand.client.meeting.MeetingRefused;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Ticker;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.PersonName.Checked;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attendee's way: entering, connecting, lobby, spoken check, running, over, and from the beginning again. Belongs to the
 * FX thread; what she typed is never lost.
 */
public final class AttendeeFlow {
    private static final Logger LOG = LoggerFactory.getLogger(AttendeeFlow.class);

    private final AttendeeDoor door;
    private final Executor windows;
    private final Ticker ticker;

    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Reason>> numberProblem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Reason>> nameProblem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Reason>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Reason>> passwordProblem = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper secondsToWait = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.Entering());
    private final ReadOnlyObjectWrapper<Optional<Joined>> joined = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int attempt;

    /** A session that she has joined, and its views. */
    public record Joined(Session session, SessionFeed feed) {}

    /** @param windows runs tasks on the FX thread, in order */
    public AttendeeFlow(AttendeeDoor door, Executor windows, Ticker ticker) {
        this.door = door;
        this.windows = windows;
        this.ticker = ticker;
        number.addListener((value, before, now) -> {
            numberProblem.set(Optional.empty());
            problem.set(Optional.empty());
        });
        name.addListener((value, before, now) -> nameProblem.set(Optional.empty()));
    }

    /** Looks at what she typed, says what is wrong with it, or connects. */
    public void connect() {
        if (!(page.get() instanceof Page.Entering) || secondsToWait.get() > 0) {
            return;
        }
        Optional<SessionNumber> wanted = SessionNumber.parse(number.get());
        Checked typedName = PersonName.check(name.get());
        numberProblem.set(wanted.isEmpty() ? Optional.of(Reason.NUMBER_MALFORMED) : Optional.empty());
        nameProblem.set(
                switch (typedName) {
                    case Checked.Unsuitable unsuitable -> Optional.of(unsuitable.reason());
                    case Checked.Suitable suitable -> Optional.empty();
                });
        problem.set(Optional.empty());
        if (wanted.isPresent() && typedName instanceof Checked.Suitable suitable) {
            join(wanted.get(), suitable.name());
        }
    }

    private void join(SessionNumber wanted, PersonName who) {
        int mine = ++attempt;
        page.set(new Page.Connecting());
        CompletableFuture<Session> answer = door.join(wanted, who);
        answer.whenComplete((session, failure) -> windows.execute(() -> answered(mine, session, failure)));
    }

    private void answered(int mine, @Nullable Session session, @Nullable Throwable failure) {
        if (mine != attempt) {
            // She has cancelled meanwhile: the place that was found is given back.
            if (session != null) {
                session.leave();
            }
        } else if (session != null) {
            begin(session);
        } else {
            refused(failure);
        }
    }

    private void begin(Session session) {
        SessionFeed feed = new SessionFeed(windows);
        feed.viewProperty().addListener((value, before, now) -> show(Page.of(now)));
        joined.set(Optional.of(new Joined(session, feed)));
        session.watch(feed);
    }

    private void refused(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        page.set(new Page.Entering());
        if (!(cause instanceof MeetingRefused refusal)) {
            LOG.error("joining failed unexpectedly", cause);
            problem.set(Optional.of(Reason.INTERNAL));
            return;
        }
        Optional<Reason> told = Optional.of(refusal.reason());
        switch (placeOf(refusal.reason())) {
            case NUMBER -> numberProblem.set(told);
            case NAME -> nameProblem.set(told);
            case FORM -> problem.set(told);
        }
        hold(refusal.pause());
    }

    private enum Place {
        NUMBER,
        NAME,
        FORM
    }

    private static Place placeOf(Reason reason) {
        if (reason == Reason.NUMBER_UNKNOWN || reason == Reason.NUMBER_MALFORMED) {
            return Place.NUMBER;
        }
        return reason == Reason.NAME_MISSING || reason == Reason.NAME_TOO_LONG || reason == Reason.NAME_UNSUITABLE
                ? Place.NAME
                : Place.FORM;
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

    /** Something was typed or pasted that is no session number. */
    public void numberRefused() {
        numberProblem.set(Optional.of(Reason.NUMBER_MALFORMED));
    }

    /** Back to the fields, from anywhere before the session runs. */
    public void cancel() {
        leave();
        page.set(new Page.Entering());
    }

    /** What she typed as the session's password. Only what can be one is tried. */
    public void enterPassword(String typed) { // 001-135
        if (!(page.get() instanceof Page.Password asked)) {
            return;
        }
        Optional<SessionPassword> password = SessionPassword.parse(typed);
        passwordProblem.set(password.isEmpty() ? Optional.of(Reason.SESSION_PASSWORD_MALFORMED) : Optional.empty());
        if (password.isPresent()) {
            joined.get().ifPresent(now -> now.session().enterPassword(asked.moderator(), password.get()));
            page.set(new Page.Securing());
        }
    }

    /** She types on: what was wrong before is not said any more. */
    public void passwordTyped() {
        passwordProblem.set(Optional.empty());
    }

    private void show(Page next) {
        if (next instanceof Page.Password asked && !asked.equals(page.get())) {
            boolean again = asked.triesLeft() < SessionView.PASSWORD_TRIES;
            passwordProblem.set(again ? Optional.of(Reason.SESSION_PASSWORD_WRONG) : Optional.empty());
        }
        page.set(next);
    }

    /** The code that she heard, or empty for none of these. */
    public void pick(Optional<String> code) {
        if (page.get() instanceof Page.Checking checking) {
            joined.get().ifPresent(now -> now.session().pickCode(checking.moderator(), code));
            page.set(new Page.Securing());
        }
    }

    /** After the end: number and name stand where they stood. */
    public void startAgain() {
        cancel();
    }

    /** She ends the session: at once, whatever the network says, and she is told that it is over. */
    public void end() { // 001-70
        leave();
        page.set(new Page.Over(Reason.SESSION_ENDED));
    }

    /** Ends the session on this side; nothing is waited for. */
    public void leave() { // 001-70
        attempt++;
        joined.get().ifPresent(now -> {
            now.feed().close();
            now.session().leave();
        });
        joined.set(Optional.empty());
    }

    /** A programming error: told in the window, wherever she is. */
    public void wentWrong(Reason reason) {
        problem.set(Optional.of(reason));
    }

    public StringProperty number() {
        return number;
    }

    public StringProperty name() {
        return name;
    }

    public ReadOnlyObjectProperty<Optional<Reason>> numberProblem() {
        return numberProblem;
    }

    public ReadOnlyObjectProperty<Optional<Reason>> nameProblem() {
        return nameProblem;
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

    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Joined>> joined() {
        return joined.getReadOnlyProperty();
    }
}
