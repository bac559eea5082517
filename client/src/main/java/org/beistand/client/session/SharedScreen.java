package org.beistand.client.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Permitted;
import org.beistand.client.consent.Verdict;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.ScreenBorder;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.release.MaskedPicture;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.Pause;
import org.beistand.client.release.PictureRelease;
import org.beistand.client.release.Released;
import org.beistand.client.release.Share;
import org.beistand.client.release.Sharing;
import org.beistand.client.screen.FrameSplitter;
import org.beistand.client.screen.Rehearsal;
import org.beistand.client.sight.Outlook;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.session.screen.PicturePaused;
import org.beistand.protocol.session.screen.PictureResumed;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.session.screen.ScreenStarted;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.jspecify.annotations.Nullable;

/**
 * This screen, masked, on its way to those who may see it. A thread of its own waits for the screen to change, takes what changed and
 * makes for each viewer the picture that he lacks, as soon as he has shown the one before. A still screen, a pause and a viewer
 * who is busy cost nothing.
 */
final class SharedScreen implements AutoCloseable {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(SharedScreen.class);
    private static final Duration STILL = Duration.ofMillis(500);
    private static final Duration BUSY = Duration.ofMillis(10);

    private final Ground ground;
    private final Talk talk;
    private final Gate gate;
    private final Pause pause;
    private final PictureRelease release;
    private final Sharing sharing;
    private final MaskedScreen screen;
    private final Outlook outlook;
    private final Mirrors mirrors;
    private final Optional<ScreenBorder> border;
    private final Consumer<ParticipantId> lost;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Map<ParticipantId, Watching> viewers = new LinkedHashMap<>();
    private final List<Watching> leaving = new ArrayList<>();
    private final Thread thread;
    private List<Area> marked = List.of();
    private Area size = new Area(0, 0, 0, 0);
    private Optional<Reason> standstill = Optional.empty();
    /** Why the viewers believe that it stands still; of the session's thread. */
    private Optional<Reason> told = Optional.empty();

    private boolean closed;

    /** @param lost told, on the session's thread, of each viewer when there can be no more pictures */
    SharedScreen(
            Ground ground,
            Talk talk,
            Gate gate,
            Pause pause,
            Sharing sharing,
            MaskedScreen screen,
            Outlook outlook,
            Mirrors mirrors,
            Optional<ScreenBorder> border,
            Consumer<ParticipantId> lost) {
        this.ground = ground;
        this.talk = talk;
        this.gate = gate;
        this.pause = pause;
        this.release = new PictureRelease(gate, pause, sharing);
        this.sharing = sharing;
        this.screen = screen;
        this.outlook = outlook;
        this.mirrors = mirrors;
        this.border = border;
        this.lost = lost;
        this.thread = Thread.ofPlatform().name("beistand-capture").daemon(true).unstarted(this::work);
        thread.start();
    }

    void add(Grant grant) {
        locked(() -> leaves(viewers.put(grant.holder(), new Watching(grant, ground.clock()))));
        tell(grant, masked(grant));
        tellStandstill(grant.holder());
        if (pause.isPaused()) {
            tell(grant, new PicturePaused(grant.epoch()));
        }
    }

    void remove(ParticipantId viewer) {
        locked(() -> {
            leaves(viewers.remove(viewer));
            outlook.forget(viewer);
        });
    }

    /** His memory is freed by the thread that may be encoding for him. */
    private void leaves(@Nullable Watching old) {
        if (old != null) {
            old.restart();
            leaving.add(old);
        }
    }

    void shown(ParticipantId viewer, int epoch, int frame) {
        locked(() -> {
            Watching watching = viewers.get(viewer);
            if (watching != null && watching.grant.epoch() == epoch && watching.shown(frame)) {
                outlook.shown(viewer, frame);
            }
        });
    }

    private void tell(Grant grant, ScreenMessage message) {
        talk.say(grant.holder(), message);
        mirrors.left(grant.holder(), grant.epoch(), message);
    }

    /** His picture begins anew, so that whoever looks with him from now on sees all of it. */
    void beginAnew(ParticipantId viewer) {
        locked(() -> {
            Watching watching = viewers.get(viewer);
            if (watching != null) {
                watching.restart();
                if (pause.isPaused()) {
                    int epoch = watching.grant.epoch();
                    mirrors.left(viewer, epoch, new PicturePaused(epoch));
                }
            }
        });
    }

    /** Tells the viewers; that nothing leaves is not decided here. */
    void paused(boolean paused) {
        border.ifPresent(one -> {
            synchronized (one) {
                one.show(marked, paused);
            }
        });
        locked(() -> viewers.values().forEach(watching -> {
            int epoch = watching.grant.epoch();
            tell(watching.grant, paused ? new PicturePaused(epoch) : new PictureResumed(epoch));
            if (!paused) {
                watching.restart();
            }
        }));
    }

    /** Tells the viewers what is grey from now on, and begins anew for each of them. */
    void shareChosen() {
        locked(() -> viewers.values().forEach(watching -> {
            tell(watching.grant, masked(watching.grant));
            watching.restart();
        }));
    }

    private PictureMasked masked(Grant grant) {
        Share share = sharing.now().share();
        return new PictureMasked(grant.epoch(), share.kind(), share.background(), share.taskbar());
    }

    @Override
    public void close() {
        locked(() -> closed = true);
        thread.interrupt();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try (screen) {
            Rehearsal.once();
            while (awaitViewer()) {
                if (!somebodyWaitsForAPicture()) {
                    screen.awaitChange(somebodyIsBusy() || somebodyIsCoarse() ? BUSY : STILL);
                }
                show();
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // The screen is gone from under us: whoever sees it loses the right, and both are told.
            LOG.error("The screen cannot be captured any more", e);
            ground.run(() -> List.copyOf(viewers.keySet()).forEach(lost));
        } finally {
            border.ifPresent(ScreenBorder::close);
            locked(() -> {
                leaving.forEach(Watching::close);
                viewers.values().forEach(Watching::close);
            });
        }
    }

    /** Waits until there is somebody for whom a picture could be made; false when it is over. */
    private boolean awaitViewer() throws InterruptedException {
        lock.lock();
        try {
            while (!closed && (pause.isPaused() || viewers.values().stream().noneMatch(Watching::mayHaveOne))) {
                // A pause ends with a signal; the time limit only guards against one that was missed.
                wake.await(STILL.toMillis(), TimeUnit.MILLISECONDS);
                screen.follow();
                forgetThoseWhoLeft();
            }
            forgetThoseWhoLeft();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void forgetThoseWhoLeft() {
        for (Watching old : leaving) {
            old.close();
            if (!viewers.containsKey(old.grant.holder())) {
                // A picture may have been on its way to be encoded when he went.
                outlook.forget(old.grant.holder());
            }
        }
        leaving.clear();
    }

    private boolean somebodyWaitsForAPicture() {
        return any(watching -> watching.mayHaveOne() && watching.lacksSomething());
    }

    private boolean somebodyIsBusy() {
        return any(watching -> !watching.mayHaveOne() && watching.lacksSomething());
    }

    private boolean somebodyIsCoarse() {
        return any(Watching::isCoarse);
    }

    private boolean any(Predicate<Watching> which) {
        return watching().stream().anyMatch(which);
    }

    /** Those who watch now. Nobody holds the lock while pictures are made for them: a click would wait for it. */
    private List<Watching> watching() {
        lock.lock();
        try {
            return List.copyOf(viewers.values());
        } finally {
            lock.unlock();
        }
    }

    private void show() {
        outlook.looking();
        MaskedPicture masked = screen.look();
        outlook.looked(masked.picture(), masked.damage());
        mark(masked.border());
        boolean resized = !masked.picture().area().equals(size);
        size = masked.picture().area();
        List<Monitor> monitors = screen.monitors();
        tellStandstill();
        for (Watching watching : watching()) {
            boolean hadAll = !watching.lacksSomething();
            if (resized) {
                watching.restart();
            }
            if (!watching.isFresh()) {
                watching.damaged(masked.damage(), masked.picture());
            }
            showTo(watching, hadAll ? masked.moves() : List.of(), masked, monitors);
        }
    }

    /** To everybody who sees it, once, and to whoever comes later. */
    private void tellStandstill() {
        Optional<Reason> now = screen.standstill();
        if (!now.equals(standstill)) {
            standstill = now;
            ground.run(() -> {
                told = now;
                locked(() -> viewers.keySet().forEach(this::tellStandstill));
                talk.changed();
            });
        }
    }

    private void tellStandstill(ParticipantId viewer) {
        told.ifPresent(reason -> {
            talk.say(viewer, new ActionRefused(Permission.VIEW_SCREEN, reason, 1));
            if (reason == Reason.MONITOR_GONE) {
                // She can choose another one.
                talk.notify(viewer, Permission.VIEW_SCREEN, reason);
            }
        });
    }

    private void mark(List<Area> strips) {
        border.ifPresent(one -> {
            synchronized (one) {
                marked = strips;
                one.show(strips, pause.isPaused());
            }
        });
    }

    private void showTo(
            Watching watching, List<ScreenSource.Move> hints, MaskedPicture masked, List<Monitor> monitors) {
        Grant grant = watching.grant;
        if (!(gate.permit(grant.holder(), Permission.VIEW_SCREEN, grant.epoch(), masked)
                instanceof Verdict.Allowed<MaskedPicture>(Permitted<MaskedPicture> permitted))) {
            return;
        }
        Optional<Released<MaskedPicture>> released = release.release(permitted);
        if (released.isEmpty() || !watching.mayHaveOne()) {
            return;
        }
        if (watching.isFresh()) {
            watching.begin(masked.picture());
            send(watching, released.get(), new ScreenStarted(grant.epoch(), size.width(), size.height()), 0);
        }
        if (watching.tellMonitors(monitors)) {
            send(watching, released.get(), MonitorList.told(grant.epoch(), monitors), 0);
        }
        Optional<Octets> encoded = Optional.empty();
        if (watching.lacksSomething()) {
            encoded = watching.encode(released.get(), hints);
        }
        if (encoded.isEmpty() && watching.isCoarse()) {
            encoded = watching.sharpen(released.get());
        }
        encoded.ifPresent(one -> {
            outlook.sent(grant.holder(), watching.frame());
            FrameSplitter.split(grant.epoch(), watching.frame(), one)
                    .forEach(part ->
                            send(watching, released.get(), part, part.data().length()));
        });
        if (!watching.lacksSomething()) {
            outlook.complete(grant.holder());
        }
        watching.moved(masked.pointer()).ifPresent(moved -> sendPointer(watching, released.get(), moved));
    }

    private void sendPointer(Watching watching, Released<MaskedPicture> released, ScreenSource.Pointer pointer) {
        int epoch = watching.grant.epoch();
        if (watching.tellPointer(pointer)) {
            PointerWords.shaped(epoch, pointer.shape()).ifPresent(shape -> send(watching, released, shape, 0));
        }
        send(watching, released, PointerWords.placed(epoch, pointer), 0);
    }

    private void send(Watching watching, Released<MaskedPicture> released, ScreenMessage message, int pictureBytes) {
        int stream = watching.stream();
        Talk.Guard guard = new Talk.Guard() {
            @Override
            public boolean whileAllowed(Runnable act) {
                boolean left = watching.goes(stream) && release.leave(released, pictureBytes, act);
                if (left) {
                    mirrors.left(watching.grant.holder(), watching.grant.epoch(), message);
                    if (message instanceof FramePart part && part.last()) {
                        watching.left(stream, part.frame());
                    }
                }
                return left;
            }

            @Override
            public void dropped() {
                locked(() -> watching.restart(stream));
            }
        };
        ground.run(() -> talk.sayLater(watching.grant.holder(), message, guard));
    }
}
