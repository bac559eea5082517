package org.beistand.client.release;

import java.util.HashSet;
import java.util.Set;
import org.beistand.protocol.session.control.AllReleased;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.control.KeyChanged;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.WheelTurned;

/**
 * Whether an input would meet something that is not shared. What is not seen is not operated: neither clicked nor dragged
 * into nor typed into, and no key is pressed that the desktop takes for itself. Safe for any thread.
 */
public final class ReleasedInput { // 001-61
    private static final int LEFT_ALT = 0xE2;
    private static final int RIGHT_ALT = 0xE6;
    private static final int LEFT_CONTROL = 0xE0;
    private static final int RIGHT_CONTROL = 0xE4;
    private static final int LEFT_COMMAND = 0xE3;
    private static final int RIGHT_COMMAND = 0xE7;
    private static final int ESCAPE = 0x29;
    private static final int TAB = 0x2B;
    private static final int SPACE = 0x2C;
    private static final int F1 = 0x3A;
    private static final int F3 = 0x3C;
    private static final int PRINT_SCREEN = 0x46;

    private final Sharing sharing;
    private final KnownWindows known;
    private final Set<Integer> buttons = new HashSet<>();
    private final Set<Integer> keys = new HashSet<>();

    public ReleasedInput(Sharing sharing, KnownWindows known) {
        this.sharing = sharing;
        this.known = known;
    }

    /** What is to be done with an input. */
    enum Answer {
        ACT,
        /** Nothing: a pointer that only passes over is left where it is, and nobody tried anything. */
        PASS_OVER,
        REFUSE
    }

    synchronized Answer answer(Share share, ControlMessage input) {
        if (share.equals(Share.EVERYTHING)) {
            return Answer.ACT;
        }
        return switch (input) {
            case ButtonChanged button -> refuseIf(known.isOutOfReach(share, button.x(), button.y()));
            case WheelTurned wheel -> refuseIf(known.isOutOfReach(share, wheel.x(), wheel.y()));
            case KeyChanged key -> refuseIf(isTheDesktops(key) || known.keysAreOutOfReach(share));
            case PointerMoved moved -> {
                boolean outOfReach = known.isOutOfReach(share, moved.x(), moved.y());
                yield outOfReach && buttons.isEmpty() ? Answer.PASS_OVER : refuseIf(outOfReach);
            }
            case AllReleased all -> Answer.ACT;
        };
    }

    private static Answer refuseIf(boolean outOfReach) {
        return outOfReach ? Answer.REFUSE : Answer.ACT;
    }

    Sharing sharing() {
        return sharing;
    }

    /** Something was put in: what is held counts for what comes next. */
    synchronized void done(ControlMessage input) {
        switch (input) {
            case ButtonChanged button -> hold(buttons, button.button(), button.down());
            case KeyChanged key -> hold(keys, key.position(), key.down());
            case AllReleased all -> letGo();
            case PointerMoved moved -> {}
            case WheelTurned wheel -> {}
        }
    }

    synchronized void letGo() {
        buttons.clear();
        keys.clear();
    }

    private static void hold(Set<Integer> held, int which, boolean down) {
        if (down) {
            held.add(which);
        } else {
            held.remove(which);
        }
    }

    /** Keys that never reach a program: they open menus of the desktop and bring other windows to the front. */
    private boolean isTheDesktops(KeyChanged key) {
        int position = key.position();
        if (position == LEFT_COMMAND || position == RIGHT_COMMAND || position == PRINT_SCREEN) {
            return true;
        }
        boolean alt = keys.contains(LEFT_ALT) || keys.contains(RIGHT_ALT) && key.command();
        boolean control = keys.contains(LEFT_CONTROL) || keys.contains(RIGHT_CONTROL);
        boolean switches =
                position == TAB || position == ESCAPE || position == SPACE || position >= F1 && position <= F3;
        return alt && (switches || control && key.command()) || control && position == ESCAPE;
    }
}
