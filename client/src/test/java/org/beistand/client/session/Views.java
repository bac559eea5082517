package org.beistand.client.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.release.Share;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.session.SessionView.Right;
import org.beistand.client.session.SessionView.Stage;
import org.beistand.client.session.SessionView.Standing;
import org.beistand.client.session.SessionView.Transfer;
import org.beistand.client.session.SessionView.Verification;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionNumber;

/** Puts views of a session together, for tests. */
public final class Views {
    private Stage stage = new SessionView.InSession(Optional.empty(), Optional.empty(), Optional.empty());
    private final List<Person> people = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Right> given = new ArrayList<>();
    private final List<Right> held = new ArrayList<>();
    private final List<Right> pending = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private boolean paused;
    private Share share = Share.EVERYTHING;
    private boolean blocked;

    public static Views in(Stage stage) {
        Views views = new Views();
        views.stage = stage;
        return views;
    }

    public static Views inSession() {
        return new Views();
    }

    public static Views moderated(int number, Instant expires) {
        return in(new SessionView.InSession(
                Optional.of(new SessionNumber(number)), Optional.of(expires), Optional.empty()));
    }

    public static Views moderated(int number, Instant expires, String password) {
        return in(new SessionView.InSession(
                Optional.of(new SessionNumber(number)),
                Optional.of(expires),
                Optional.of(new SessionPassword(password))));
    }

    public static ParticipantId id(int value) {
        return new ParticipantId(value);
    }

    public Views moderator(int id, String name, String organisation, Standing standing) {
        people.add(new Person(
                id(id), Role.MODERATOR, new PersonName(name), organisation, standing, verification(standing)));
        return this;
    }

    public Views attendee(int id, String name, Standing standing) {
        people.add(new Person(id(id), Role.ATTENDEE, new PersonName(name), "", standing, verification(standing)));
        return this;
    }

    private static Verification verification(Standing standing) {
        return new Verification(
                standing instanceof SessionView.Present ? Optional.of(CheckOutcome.MATCHED) : Optional.empty());
    }

    public Views question(Question question) {
        questions.add(question);
        return this;
    }

    public Views given(int holder, Permission permission) {
        given.add(new Right(id(holder), permission));
        return this;
    }

    public Views held(int owner, Permission permission) {
        held.add(new Right(id(owner), permission));
        return this;
    }

    public Views pending(int owner, Permission permission) {
        pending.add(new Right(id(owner), permission));
        return this;
    }

    public Views transfer(Transfer transfer) {
        transfers.add(transfer);
        return this;
    }

    public Views notice(int serial, int about, Permission permission, Reason reason) {
        notices.add(new Notice(serial, Optional.of(id(about)), Optional.of(permission), reason, 0));
        return this;
    }

    public Views refused(int serial, int about, Permission permission, Reason reason, int count) {
        notices.add(new Notice(serial, Optional.of(id(about)), Optional.of(permission), reason, count));
        return this;
    }

    public Views notice(int serial, Reason reason) {
        notices.add(new Notice(serial, Optional.empty(), Optional.empty(), reason, 0));
        return this;
    }

    public Views paused() {
        paused = true;
        return this;
    }

    public Views sharing(Share now) {
        share = now;
        return this;
    }

    public Views blocked() {
        blocked = true;
        return this;
    }

    public SessionView view() {
        return new SessionView(
                stage, people, questions, given, held, pending, transfers, paused, share, blocked, notices);
    }
}
