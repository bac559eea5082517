package org.beistand.client.ui.share;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.release.Share;
import org.beistand.client.release.Shareable;
import org.beistand.client.session.Session;
import org.beistand.protocol.value.ShareKind;

/** The choice as it stands before she confirms it. Belongs to the FX thread. */
public final class Choosing {
    private final Session session;
    private final Executor windows;
    private final ReadOnlyObjectWrapper<Shareable> shareable = new ReadOnlyObjectWrapper<>(Shareable.NOTHING);
    private final ObjectProperty<ShareKind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<Monitor>> monitor = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Set<Long>> programs = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty background = new SimpleBooleanProperty();
    private final BooleanProperty taskbar = new SimpleBooleanProperty();
    private final Share before;

    /**
     * Looks at once at what there is to choose from.
     *
     * @param before what is shared now
     * @param windows runs tasks on the FX thread
     */
    public Choosing(Session session, Share before, Executor windows) {
        this.session = session;
        this.before = before;
        this.windows = windows;
        kind.set(before.kind());
        background.set(before.background());
        taskbar.set(before.taskbar());
        if (before.scope() instanceof Share.Programs some) {
            programs.set(some.processes());
        }
        // Whoever shows single programs wants to hide the rest; she can still tick it.
        kind.addListener((value, was, now) -> {
            boolean all = now != ShareKind.PROGRAMS;
            background.set(all);
            taskbar.set(all);
        });
        look();
    }

    /** What there is to choose from, anew. */
    void look() {
        session.shareable().thenAcceptAsync(this::found, windows);
    }

    private void found(Shareable now) {
        shareable.set(now);
        if (monitor.get().isEmpty()) {
            monitor.set(now.monitors().stream()
                    .filter(one -> before.scope() instanceof Share.Monitor shown && shown.is(one))
                    .findFirst()
                    .or(() -> now.monitors().stream().findFirst()));
        }
    }

    void choose(long process, boolean chosen) {
        Set<Long> now = new HashSet<>(programs.get());
        if (chosen) {
            now.add(process);
        } else {
            now.remove(process);
        }
        programs.set(Set.copyOf(now));
    }

    /** Empty as long as nothing would be shown. */
    public Optional<Share> share() {
        return switch (kind.get()) {
            case EVERYTHING -> Optional.of(with(new Share.Everything()));
            case MONITOR -> monitor.get().map(one -> with(new Share.Monitor(one)));
            case PROGRAMS ->
                programs.get().isEmpty() ? Optional.empty() : Optional.of(with(new Share.Programs(programs.get())));
        };
    }

    private Share with(Share.Scope scope) {
        return new Share(scope, background.get(), taskbar.get());
    }

    /** Whether something would be shown. */
    public BooleanBinding isWhole() {
        return Bindings.createBooleanBinding(() -> share().isPresent(), kind, monitor, programs);
    }

    ReadOnlyObjectProperty<Shareable> shareable() {
        return shareable.getReadOnlyProperty();
    }

    ObjectProperty<ShareKind> kind() {
        return kind;
    }

    ObjectProperty<Optional<Monitor>> monitor() {
        return monitor;
    }

    ReadOnlyObjectProperty<Set<Long>> programs() {
        return programs;
    }

    BooleanProperty background() {
        return background;
    }

    BooleanProperty taskbar() {
        return taskbar;
    }
}
