package org.beistand.client.ui.base;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.protocol.value.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * Brings a session's views to the FX thread. Only the newest is shown: a view that was overtaken on its way is left out, so
 * that a busy session never fills the queue of the windows. Notices are kept until they were delivered once.
 */
public final class SessionFeed implements Session.Watcher {
    /** How many notices stay visible. */
    public static final int NOTICES = 3;

    private final Executor windows;
    private final AtomicReference<@Nullable SessionView> newest = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<SessionView> view = new ReadOnlyObjectWrapper<>(SessionView.beginning());
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<Notice> shownNotices = FXCollections.unmodifiableObservableList(notices);
    /** Also of those who are gone: a notice may speak of them. */
    private final Map<ParticipantId, String> names = new HashMap<>();

    private int lastSerial = Integer.MIN_VALUE;
    private boolean closed;

    /** @param windows runs tasks on the FX thread, in order */
    public SessionFeed(Executor windows) {
        this.windows = windows;
    }

    @Override
    public void changed(SessionView next) {
        if (newest.getAndSet(next) == null) {
            windows.execute(this::deliver);
        }
    }

    private void deliver() {
        SessionView next = newest.getAndSet(null);
        if (next == null || closed) {
            return;
        }
        List<Notice> fresh = next.notices().stream()
                .filter(notice -> notice.serial() > lastSerial)
                .toList();
        next.people().forEach(person -> names.put(person.id(), person.name().value()));
        view.set(next);
        for (Notice notice : fresh) {
            lastSerial = notice.serial();
            show(notice);
        }
        if (notices.size() > NOTICES) {
            notices.remove(NOTICES, notices.size());
        }
    }

    /** However often somebody tries: more of the same is counted in the notice that stands there already. */
    private void show(Notice fresh) {
        for (int i = 0; i < notices.size(); i++) {
            Notice shown = notices.get(i);
            if (fresh.continues(shown)) {
                int all = (int) Math.min(Integer.MAX_VALUE, (long) shown.refused() + fresh.refused());
                notices.set(i, new Notice(shown.serial(), shown.about(), shown.permission(), shown.reason(), all));
                return;
            }
        }
        notices.addFirst(fresh);
    }

    /** From now on this session is not shown any more. */
    public void close() {
        closed = true;
    }

    public SessionView view() {
        return view.get();
    }

    public ReadOnlyObjectProperty<SessionView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** What happened lately, the newest first. */
    public ObservableList<Notice> notices() {
        return shownNotices;
    }

    public void dismiss(Notice notice) {
        notices.removeIf(shown -> shown.serial() == notice.serial());
    }

    /** The name of somebody who is or was in the session, or a dash. */
    public String nameOf(ParticipantId id) {
        return names.getOrDefault(id, "–");
    }
}
