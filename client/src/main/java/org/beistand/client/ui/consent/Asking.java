package org.beistand.client.ui.consent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.beistand.client.release.Share;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.share.Choosing;
import org.beistand.protocol.value.Permission;

/** The question that is asked now, the oldest first, and what the person answers. Belongs to the FX thread. */
public final class Asking {
    private final Session session;
    private final SessionFeed feed;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Path> folder;
    private final Set<Integer> answered = new HashSet<>();
    private final Ticker.Running ticking;

    /** @param downloads where files land unless she chooses another folder */
    public Asking(Session session, SessionFeed feed, Ticker ticker, InstantSource clock, Path downloads) {
        this.session = session;
        this.feed = feed;
        this.clock = clock;
        this.folder = new SimpleObjectProperty<>(downloads);
        feed.viewProperty().addListener((value, before, now) -> refresh());
        ticking = ticker.every(Duration.ofMillis(250), this::count);
        refresh();
    }

    private void refresh() {
        SessionView view = feed.view();
        List<Question> open = view.stage() instanceof SessionView.Over
                ? List.of()
                : view.questions().stream()
                        .filter(one -> !answered.contains(one.id()))
                        .toList();
        waiting.set(Math.max(0, open.size() - 1));
        Optional<Integer> shown = question.get().map(Question::id);
        Optional<Question> next = open.stream().findFirst();
        if (!shown.equals(next.map(Question::id))) {
            question.set(next);
        }
        count();
    }

    private void count() {
        long millis = question.get()
                .map(one -> Duration.between(clock.instant(), one.until()).toMillis())
                .orElse(0L);
        secondsLeft.set(Math.clamp((millis + 999) / 1000, 0, 3600));
    }

    /** Yes, to exactly the question with this id; anything but {@link Permission#TAKE_FILE}. */
    public void allow(Question asked) {
        if (isAsked(asked) && asked.permission() != Permission.TAKE_FILE) {
            close(asked);
            session.allow(asked.id(), folder.get());
        }
    }

    /** Yes to {@link Permission#VIEW_SCREEN}: this is seen, and nothing else. */
    public void allow(Question asked, Share share) { // 001-57
        if (isAsked(asked) && asked.permission() == Permission.VIEW_SCREEN) {
            session.share(share);
            allow(asked);
        }
    }

    /** What could be seen. */
    Choosing choosing() {
        return new Choosing(session, feed.view().share(), Platform::runLater);
    }

    /** Yes, and only these files leave. */
    public void give(Question asked, List<Path> files) {
        if (isAsked(asked) && asked.permission() == Permission.TAKE_FILE && !files.isEmpty()) {
            close(asked);
            session.give(asked.id(), files);
        }
    }

    public void refuse(Question asked) {
        if (isAsked(asked)) {
            close(asked);
            session.refuse(asked.id());
        }
    }

    /** No answer counts for a question that is not on the screen any more, or whose time is over. */
    private boolean isAsked(Question asked) {
        count();
        return secondsLeft.get() > 0
                && question.get().filter(now -> now.id() == asked.id()).isPresent();
    }

    private void close(Question asked) {
        answered.add(asked.id());
        refresh();
    }

    public void stop() {
        ticking.stop();
        question.set(Optional.empty());
    }

    Optional<Person> person(Question asked) {
        return feed.view().people().stream()
                .filter(person -> person.id().equals(asked.who()))
                .findFirst();
    }

    String name(Question asked) {
        return feed.nameOf(asked.who());
    }

    public ReadOnlyObjectProperty<Optional<Question>> question() {
        return question.getReadOnlyProperty();
    }

    /** Until silence becomes no. */
    public ReadOnlyIntegerProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    /** How many more questions wait behind this one. */
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    public ObjectProperty<Path> folder() {
        return folder;
    }
}
