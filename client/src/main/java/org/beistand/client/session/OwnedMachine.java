package org.beistand.client.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Grant;
import org.beistand.client.consent.Permitted;
import org.beistand.client.consent.Verdict;
import org.beistand.client.control.OperatedMachine;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Desktop;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.ScreenBorder;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.SecurityKey;
import org.beistand.client.desktop.Windows;
import org.beistand.client.release.InputRelease;
import org.beistand.client.release.KnownWindows;
import org.beistand.client.release.MaskedScreen;
import org.beistand.client.release.OwnWindows;
import org.beistand.client.release.Pause;
import org.beistand.client.release.ReleasedInput;
import org.beistand.client.release.Shareable;
import org.beistand.client.release.Sharing;
import org.beistand.client.sight.Outlook;
import org.beistand.client.sight.StaleGuard;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.clipboard.ClipboardWanted;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.screen.FrameShown;
import org.beistand.protocol.session.screen.InputStopped;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * This machine while others have rights on it: its screen is captured, its input operated and its security key listened to
 * only as long as a right needs it. Belongs to the session's thread.
 */
final class OwnedMachine {
    /** Another program may take a second to hand its text over; what comes meanwhile beyond this is refused, not stored. */
    private static final int CLIPBOARD_QUEUE = 8;

    private final Ground ground;
    private final Talk talk;
    private final Gate gate;
    private final Pause pause;
    private final Sharing sharing;
    private final Desktop desktop;
    private final OwnWindows.Announced announced;
    private final Refusals refusals;
    private final Runnable securityKeyPressed;
    private final Consumer<ParticipantId> screenLost;
    private final Outlook outlook;
    private final Mirrors mirrors;
    private final ExecutorService clipboardThread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(CLIPBOARD_QUEUE),
            Thread.ofVirtual().name("beistand-clipboard").factory());
    private volatile Optional<Operated> operated = Optional.empty();
    private Optional<SharedScreen> shared = Optional.empty();

    private record Operated(
            OperatedMachine machine,
            StaleGuard guard,
            InputSink sink,
            SecurityKey key,
            Windows windows,
            Optional<StopMark> mark) {
        void close() {
            machine.close();
            key.close();
            guard.close();
            sink.close();
            windows.close();
            mark.ifPresent(StopMark::close);
        }
    }

    /**
     * @param securityKeyPressed takes control back from everybody, on any thread
     * @param screenLost told of each viewer for whom there can be no more pictures
     */
    OwnedMachine(
            Ground ground,
            Talk talk,
            Gate gate,
            Pause pause,
            Sharing sharing,
            Desktop desktop,
            OwnWindows.Announced announced,
            Refusals refusals,
            Runnable securityKeyPressed,
            Consumer<ParticipantId> screenLost) {
        this.ground = ground;
        this.talk = talk;
        this.gate = gate;
        this.pause = pause;
        this.sharing = sharing;
        this.desktop = desktop;
        this.announced = announced;
        this.refusals = refusals;
        this.securityKeyPressed = securityKeyPressed;
        this.screenLost = screenLost;
        this.outlook = new Outlook(ground.clock(), MaskedScreen.HIDDEN);
        this.mirrors = new Mirrors(ground);
    }

    /** Makes ready what a right needs, before it is given. What cannot be stopped again is not begun. */
    Optional<Reason> prepare(Permission permission) {
        return switch (permission) {
            case VIEW_SCREEN -> prepareScreen();
            case REMOTE_CONTROL -> prepareControl();
            case SEND_FILE, TAKE_FILE, PUT_CLIPBOARD, TAKE_CLIPBOARD -> Optional.empty();
        };
    }

    void begin(Grant grant) {
        if (grant.permission() == Permission.VIEW_SCREEN) {
            shared.orElseThrow().add(grant);
        }
    }

    void end(Grant grant) {
        switch (grant.permission()) {
            case VIEW_SCREEN -> {
                shared.ifPresent(screen -> screen.remove(grant.holder()));
                mirrors.close(grant.holder());
                if (nobodyHas(Permission.VIEW_SCREEN)) {
                    shared.ifPresent(SharedScreen::close);
                    shared = Optional.empty();
                }
            }
            case REMOTE_CONTROL -> {
                operated.ifPresent(one -> one.machine().letGo());
                if (nobodyHas(Permission.REMOTE_CONTROL)) {
                    outlook.follow(Optional.empty());
                    operated.ifPresent(Operated::close);
                    operated = Optional.empty();
                }
            }
            case SEND_FILE, TAKE_FILE, PUT_CLIPBOARD, TAKE_CLIPBOARD -> {}
        }
    }

    /** Whatever is held goes up, at once. Safe for any thread. */
    void letGo() {
        // Read once: the session's thread may be closing it at this moment, which lets go as well.
        Optional<Operated> now = operated;
        now.ifPresent(one -> one.machine().letGo());
    }

    void paused(boolean paused) {
        shared.ifPresent(screen -> screen.paused(paused));
        if (paused) {
            letGo();
        }
    }

    void shareChosen() {
        shared.ifPresent(SharedScreen::shareChosen);
    }

    /** What could be shared now; on a thread of its own, because the window system may take its time. */
    CompletableFuture<Shareable> shareable() {
        CompletableFuture<Shareable> found = new CompletableFuture<>();
        Thread.ofVirtual().name("beistand-shareable").start(() -> {
            try (KnownWindows known = knownWindows()) {
                found.complete(new Shareable(known.programs(), monitors()));
            } catch (IllegalStateException e) {
                found.complete(Shareable.NOTHING);
            }
        });
        return found;
    }

    private List<Monitor> monitors() {
        try (ScreenSource screen = desktop.openScreen()) {
            return screen.monitors();
        } catch (DesktopException noScreen) {
            return List.of();
        }
    }

    void control(ParticipantId from, ControlMessage input) {
        operated.ifPresentOrElse(
                one -> one.machine().take(from, input),
                () -> refusals.add(from, Permission.REMOTE_CONTROL, Reason.NOT_PERMITTED));
    }

    void shown(ParticipantId from, FrameShown shown) {
        shared.ifPresent(screen -> screen.shown(from, shown.epoch(), shown.frame()));
    }

    /** The owner wants to see what this viewer sees, or no longer. */
    void mirror(ParticipantId viewer, Optional<Viewer> window) {
        if (window.isEmpty()) {
            mirrors.close(viewer);
        } else if (gate.find(viewer, Permission.VIEW_SCREEN).isPresent()) {
            mirrors.open(viewer, window.get());
            shared.ifPresent(screen -> screen.beginAnew(viewer));
        }
    }

    void put(ParticipantId from, ClipboardPut put) {
        withPermit(
                from,
                Permission.PUT_CLIPBOARD,
                put.epoch(),
                put,
                permitted -> onClipboardThread(from, Permission.PUT_CLIPBOARD, () -> {
                    boolean done =
                            gate.whileLive(permitted, () -> desktop.clipboard().write(put.text()));
                    ground.run(() -> report(from, Permission.PUT_CLIPBOARD, done, Reason.CLIPBOARD_REPLACED));
                }));
    }

    void wanted(ParticipantId from, ClipboardWanted wanted) {
        withPermit(
                from,
                Permission.TAKE_CLIPBOARD,
                wanted.epoch(),
                wanted,
                permitted -> onClipboardThread(from, Permission.TAKE_CLIPBOARD, () -> {
                    String text = desktop.clipboard().read().orElse("");
                    ground.run(() -> sendClipboard(from, permitted, text));
                }));
    }

    void close() {
        operated.ifPresent(Operated::close);
        operated = Optional.empty();
        shared.ifPresent(SharedScreen::close);
        shared = Optional.empty();
        mirrors.close();
        clipboardThread.shutdownNow();
    }

    private void onClipboardThread(ParticipantId from, Permission permission, Runnable task) {
        try {
            clipboardThread.execute(task);
        } catch (RejectedExecutionException full) {
            refusals.add(from, permission, Reason.TOO_MUCH_AT_ONCE);
        }
    }

    private void sendClipboard(ParticipantId to, Permitted<ClipboardWanted> permitted, String text) {
        if (!ClipboardText.fits(text)) {
            // A text that was cut would be another text.
            talk.say(to, new ActionRefused(Permission.TAKE_CLIPBOARD, Reason.CLIPBOARD_TOO_LARGE, 1));
            return;
        }
        int epoch = permitted.action().epoch();
        boolean done = gate.whileLive(permitted, () -> talk.say(to, new ClipboardTaken(epoch, text)));
        report(to, Permission.TAKE_CLIPBOARD, done, Reason.CLIPBOARD_READ);
    }

    private void report(ParticipantId from, Permission permission, boolean done, Reason what) {
        if (done) {
            talk.notify(from, permission, what);
        } else {
            refusals.add(from, permission, Reason.GRANT_OUTDATED);
        }
    }

    private <A> void withPermit(
            ParticipantId from, Permission permission, int epoch, A action, Consumer<Permitted<A>> act) {
        switch (gate.permit(from, permission, epoch, action)) {
            case Verdict.Allowed<A>(Permitted<A> permitted) -> act.accept(permitted);
            case Verdict.Refused<A>(Reason reason) -> refusals.add(from, permission, reason);
        }
    }

    private boolean nobodyHas(Permission permission) {
        return gate.all().stream().noneMatch(grant -> grant.permission() == permission);
    }

    private Optional<Reason> prepareScreen() {
        if (shared.isPresent()) {
            return Optional.empty();
        }
        try {
            MaskedScreen screen = new MaskedScreen(sharing, knownWindows(), desktop.openScreen(), ground.clock());
            shared = Optional.of(new SharedScreen(
                    ground, talk, gate, pause, sharing, screen, outlook, mirrors, border(), screenLost));
            return Optional.empty();
        } catch (DesktopException e) {
            return Optional.of(e.reason());
        }
    }

    private Optional<ScreenBorder> border() {
        try {
            return Optional.of(desktop.openBorder());
        } catch (DesktopException none) {
            return Optional.empty();
        }
    }

    private KnownWindows knownWindows() {
        long ownProcess = ProcessHandle.current().pid();
        try {
            return new KnownWindows(announced, Optional.of(desktop.openWindows()), ownProcess);
        } catch (DesktopException unknown) {
            // Then all is hidden but what can be released without knowing them.
            return new KnownWindows(announced, Optional.empty(), ownProcess);
        }
    }

    /** He sees where it was, and she on her screen and in her mirror; both read why, by way of the refusal that is counted. */
    private void stopped(ParticipantId who, int x, int y, Area screen) {
        ground.run(() -> {
            operated.flatMap(Operated::mark).ifPresent(mark -> mark.show(x, y, screen));
            gate.find(who, Permission.VIEW_SCREEN).ifPresent(grant -> {
                InputStopped word = new InputStopped(grant.epoch(), x, y);
                talk.say(who, word);
                mirrors.left(who, grant.epoch(), word);
            });
        });
    }

    /** No control without a working security key: what cannot be stopped at once is not begun. */
    private Optional<Reason> prepareControl() { // 001-66
        if (operated.isPresent()) {
            return Optional.empty();
        }
        SecurityKey key;
        try {
            key = desktop.openSecurityKey();
        } catch (DesktopException e) {
            return Optional.of(e.reason());
        }
        Optional<Reason> obstacle = key.listen(securityKeyPressed);
        if (obstacle.isPresent()) {
            key.close();
            return obstacle;
        }
        try {
            operated = Optional.of(operate(key));
            return Optional.empty();
        } catch (DesktopException e) {
            key.close();
            return Optional.of(e.reason());
        }
    }

    /** Whatever was opened is closed again if something else cannot be opened. */
    private Operated operate(SecurityKey key) throws DesktopException {
        InputSink sink = desktop.openInput();
        try {
            Windows windows = desktop.openWindows();
            try {
                return operate(key, sink, windows, desktop.openGlance());
            } catch (DesktopException e) {
                windows.close();
                throw e;
            }
        } catch (DesktopException e) {
            sink.close();
            throw e;
        }
    }

    private Operated operate(SecurityKey key, InputSink sink, Windows windows, Glance glance) {
        long ownProcess = ProcessHandle.current().pid();
        Optional<Windows> stacked = Optional.of(windows);
        OwnWindows own = new OwnWindows(announced, stacked, ownProcess);
        ReleasedInput released = new ReleasedInput(sharing, new KnownWindows(announced, stacked, ownProcess));
        StaleGuard guard =
                new StaleGuard(glance, outlook, ground.clock(), (who, x, y) -> stopped(who, x, y, glance.bounds()));
        outlook.follow(stacked);
        OperatedMachine machine = new OperatedMachine(
                gate,
                new InputRelease(gate, pause, own, released, guard, sink),
                (who, reason) -> ground.run(() -> refusals.add(who, Permission.REMOTE_CONTROL, reason)));
        return new Operated(machine, guard, sink, key, windows, stopMark());
    }

    private Optional<StopMark> stopMark() {
        try {
            return Optional.of(new StopMark(ground, desktop.openStopMark()));
        } catch (DesktopException none) {
            return Optional.empty();
        }
    }
}
