package org.beistand.client.release;

import java.util.Optional;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Permitted;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.release.ReleasedInput.Answer;
import org.beistand.client.sight.StaleGuard;
import org.beistand.protocol.session.control.AllReleased;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.control.KeyChanged;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.value.Reason;

/**
 * The last step before the real mouse and keyboard. Looking where an input would land, checking that its grant is still live
 * and acting happen in one step under the gate's lock; {@link #letGo} afterwards puts up whatever was held.
 */
public final class InputRelease {
    /** USB HID usage of F11: the owner's security key is never pressed from afar. */
    private static final int F11 = 0x44;

    private final Gate gate;
    private final Pause pause;
    private final OwnWindows ownWindows;
    private final ReleasedInput releasedInput;
    private final StaleGuard guard;
    private final InputSink sink;

    public InputRelease(
            Gate gate,
            Pause pause,
            OwnWindows ownWindows,
            ReleasedInput releasedInput,
            StaleGuard guard,
            InputSink sink) {
        this.gate = gate;
        this.pause = pause;
        this.ownWindows = ownWindows;
        this.releasedInput = releasedInput;
        this.guard = guard;
        this.sink = sink;
    }

    /** Acts, or says why nothing was done. A pointer that passes over something hidden stays where it was, without a word. */
    public Optional<Reason> act(Permitted<ControlMessage> permitted) {
        ControlMessage input = permitted.action();
        // Letting go can harm nobody, and not letting go could.
        if (!lifts(input) && landsInOwnWindow(input)) {
            return Optional.of(Reason.OWN_WINDOW_PROTECTED);
        }
        // What is hidden was not seen either, so this is asked first; and once more in the step in which it acts.
        if (!lifts(input)
                && releasedInput.sharing().with(share -> releasedInput.answer(share, input)) == Answer.REFUSE) {
            return Optional.of(Reason.NOT_RELEASED);
        }
        Optional<Reason> stale = objection(permitted);
        if (stale.isPresent()) {
            return stale;
        }
        return done(new Released<>(permitted));
    }

    /** The look at the screen is taken before the lock, so that a slow screen never keeps the owner from taking control back. */
    private Optional<Reason> objection(Permitted<ControlMessage> permitted) {
        boolean idle = pause.isPaused() || !gate.whileLive(permitted, () -> {});
        return idle ? Optional.empty() : guard.objection(permitted.grant().holder(), permitted.action());
    }

    /** Everything that is held goes up: control has ended. */
    public void letGo() {
        guard.letGo();
        synchronized (sink) {
            releasedInput.letGo();
            sink.releaseAll();
        }
    }

    private Optional<Reason> done(Released<ControlMessage> released) {
        var outcome = new Outcome();
        boolean running = pause.unlessPaused(() -> releasedInput.sharing().with(share -> {
            gate.whileLive(released.permitted(), () -> {
                synchronized (sink) {
                    unlessHidden(share, released.value(), outcome);
                }
            });
            return true;
        }));
        if (outcome.acted) {
            guard.acted(released.permitted().grant().holder(), released.value());
        }
        return running ? outcome.refused : Optional.of(Reason.PAUSED);
    }

    private static final class Outcome {
        boolean acted;
        Optional<Reason> refused = Optional.of(Reason.GRANT_OUTDATED);
    }

    /** Looks and acts in one step: what is hidden by then is not operated. */
    private void unlessHidden(Share share, ControlMessage input, Outcome outcome) { // 001-61
        switch (lifts(input) ? Answer.ACT : releasedInput.answer(share, input)) {
            case ACT -> {
                put(input);
                releasedInput.done(input);
                outcome.acted = true;
                outcome.refused = Optional.empty();
            }
            case PASS_OVER -> outcome.refused = Optional.empty();
            case REFUSE -> outcome.refused = Optional.of(Reason.NOT_RELEASED);
        }
    }

    private static boolean lifts(ControlMessage input) {
        return switch (input) {
            case AllReleased all -> true;
            case ButtonChanged button -> !button.down();
            case KeyChanged key -> !key.down();
            case PointerMoved moved -> false;
            case WheelTurned wheel -> false;
        };
    }

    private boolean landsInOwnWindow(ControlMessage input) {
        return switch (input) {
            case ButtonChanged button -> ownWindows.at(button.x(), button.y());
            case WheelTurned wheel -> ownWindows.at(wheel.x(), wheel.y());
            case KeyChanged key -> key.position() == F11 || ownWindows.haveKeyboard();
            // Over a window the pointer does nothing by itself, but a button that is held would drag.
            case PointerMoved moved -> ownWindows.at(moved.x(), moved.y());
            case AllReleased all -> false;
        };
    }

    private void put(ControlMessage input) {
        switch (input) {
            case PointerMoved moved -> sink.movePointer(moved.x(), moved.y());
            case ButtonChanged button -> {
                if (button.down()) {
                    sink.movePointer(button.x(), button.y());
                }
                sink.button(button.button(), button.down());
            }
            case WheelTurned wheel -> {
                sink.movePointer(wheel.x(), wheel.y());
                sink.wheel(bounded(wheel.horizontal()), bounded(wheel.vertical()));
            }
            case KeyChanged key -> sink.key(key.position(), key.character(), key.command(), key.down());
            case AllReleased all -> sink.releaseAll();
        }
    }

    /** A wheel has no thousand notches. */
    private static int bounded(int notches) {
        return Math.clamp(notches, -50, 50);
    }
}
