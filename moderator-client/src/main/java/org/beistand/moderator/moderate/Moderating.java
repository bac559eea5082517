package org.beistand.moderator.moderate;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Right;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/** What the moderator sees and wants in a session. Belongs to the FX thread. */
public final class Moderating {
    private final Session session;
    private final SessionFeed feed;
    private final ReadOnlyObjectWrapper<Optional<ParticipantId>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Permission, ReadOnlyObjectWrapper<RightState>> rights = new EnumMap<>(Permission.class);
    private final Map<Right, Reason> answers = new java.util.HashMap<>();
    private final BooleanProperty endAsked = new SimpleBooleanProperty();

    /** How a right on the selected person's computer stands. */
    public sealed interface RightState {
        /** @param last why it was not given or is not there any more, if there was an answer */
        record NotAsked(Optional<Reason> last) implements RightState {}

        record Asked() implements RightState {}

        record Held() implements RightState {}

        /** Nobody is selected who could be asked. */
        record NobodyThere() implements RightState {}
    }

    public Moderating(Session session, SessionFeed feed) {
        this.session = session;
        this.feed = feed;
        for (Permission permission : Permission.values()) {
            rights.put(permission, new ReadOnlyObjectWrapper<>(new RightState.NobodyThere()));
        }
        feed.notices().addListener((ListChangeListener<Notice>) change -> {
            feed.notices().reversed().forEach(this::remember);
            refresh();
        });
        feed.viewProperty().addListener((value, before, now) -> refresh());
        refresh();
    }

    private void remember(Notice notice) {
        notice.about()
                .ifPresent(who ->
                        notice.permission().ifPresent(right -> answers.put(new Right(who, right), notice.reason())));
    }

    private void refresh() {
        SessionView view = feed.view();
        List<ParticipantId> askable = view.people().stream()
                .filter(person -> person.standing() instanceof SessionView.Present)
                .map(Person::id)
                .toList();
        Optional<ParticipantId> now = selected.get().filter(askable::contains);
        if (now.isEmpty()) {
            now = askable.stream().findFirst();
        }
        selected.set(now);
        for (Permission permission : Permission.values()) {
            rights(permission).set(state(view, now, permission));
        }
    }

    private RightState state(SessionView view, Optional<ParticipantId> owner, Permission permission) {
        if (owner.isEmpty()) {
            return new RightState.NobodyThere();
        }
        Right right = new Right(owner.get(), permission);
        if (view.held().contains(right)) {
            return new RightState.Held();
        }
        if (view.pending().contains(right)) {
            return new RightState.Asked();
        }
        return new RightState.NotAsked(Optional.ofNullable(answers.get(right)));
    }

    /** Somebody was let in and is not yet there. */
    boolean somebodyIsComing() {
        return feed.view().people().stream().anyMatch(person -> !(person.standing() instanceof SessionView.Knocking));
    }

    private ReadOnlyObjectWrapper<RightState> rights(Permission permission) {
        return java.util.Objects.requireNonNull(rights.get(permission));
    }

    public void select(ParticipantId who) {
        selected.set(Optional.of(who));
        refresh();
    }

    /** Whom the requests and the picture are about. */
    public ReadOnlyObjectProperty<Optional<ParticipantId>> selected() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RightState> right(Permission permission) {
        return rights(permission).getReadOnlyProperty();
    }

    /** Asks for anything but to send files. */
    public void request(Permission permission) {
        selected.get().ifPresent(owner -> {
            answers.remove(new Right(owner, permission));
            session.request(owner, permission);
        });
    }

    public void offer(List<Path> files) {
        if (!files.isEmpty()) {
            selected.get().ifPresent(owner -> {
                answers.remove(new Right(owner, Permission.SEND_FILE));
                session.offerFiles(owner, files);
            });
        }
    }

    public void cancelRequest(Permission permission) {
        selected.get().ifPresent(owner -> session.cancelRequest(owner, permission));
    }

    public void giveBack(Permission permission) {
        selected.get().ifPresent(owner -> session.giveBack(owner, permission));
    }

    public void putClipboard() {
        selected.get().ifPresent(session::putClipboard);
    }

    public void takeClipboard() {
        selected.get().ifPresent(session::takeClipboard);
    }

    /** Ending is asked for once more, because it ends the session for everybody. */
    public void askToEnd() {
        endAsked.set(true);
    }

    public void doNotEnd() {
        endAsked.set(false);
    }

    public BooleanProperty endAsked() {
        return endAsked;
    }

    public Session session() {
        return session;
    }

    public SessionFeed feed() {
        return feed;
    }
}
