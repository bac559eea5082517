package org.beistand.client.ui.viewer;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.beistand.client.session.RemoteHands;
import org.jspecify.annotations.Nullable;

/**
 * Turns this keyboard's events into what the person means: a character where she writes, a key where she commands. Shift and
 * its like wait until it is known what they were for, because the other computer may need other ones for the same character.
 */
final class KeyStrokes {
    /** With which keys this system writes the third character of a key. */
    enum Composing {
        ALT_GRAPH,
        CONTROL_AND_ALT,
        ALT;

        static Composing onSystem(String osName) {
            return osName.startsWith("Windows") ? CONTROL_AND_ALT : osName.startsWith("Mac") ? ALT : ALT_GRAPH;
        }
    }

    private static final Set<KeyCode> MODIFIERS = EnumSet.of(
            KeyCode.SHIFT,
            KeyCode.CONTROL,
            KeyCode.ALT,
            KeyCode.META,
            KeyCode.WINDOWS,
            KeyCode.COMMAND,
            KeyCode.ALT_GRAPH);
    /** Characters say it already. */
    private static final Set<KeyCode> KEPT_HERE = EnumSet.of(KeyCode.CAPS, KeyCode.NUM_LOCK, KeyCode.ALT_GRAPH);

    private static final KeyCode SECURITY_KEY = KeyCode.F11;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE_CHARACTER = 0x7F;

    private final RemoteHands hands;
    private final Composing composing;
    private final Map<KeyCode, Stroke> held = new EnumMap<>(KeyCode.class);
    private final Set<KeyCode> waiting = EnumSet.noneOf(KeyCode.class);
    private final Set<KeyCode> sent = EnumSet.noneOf(KeyCode.class);
    private @Nullable KeyCode unwritten;

    private record Stroke(int position, int character, boolean command) {}

    KeyStrokes(RemoteHands hands, Composing composing) {
        this.hands = hands;
        this.composing = composing;
    }

    /** @return false if the key is not for the other computer: F11 belongs to its owner and is never sent */
    boolean handle(KeyEvent event) { // 001-67
        if (event.getCode() == SECURITY_KEY) {
            return false;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event.getCode());
        } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event.getCharacter());
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            released(event.getCode());
        }
        return true;
    }

    private void pressed(KeyCode key) {
        unwritten = null;
        if (KEPT_HERE.contains(key)) {
            // Windows reports AltGr as Control first; that Control was never meant.
            if (key == KeyCode.ALT_GRAPH) {
                waiting.remove(KeyCode.CONTROL);
            }
        } else if (MODIFIERS.contains(key)) {
            if (!sent.contains(key)) {
                waiting.add(key);
            }
        } else if (commanding() && !mayCompose()) {
            sendWaiting();
            down(key, new Stroke(KeyPositions.of(key), KeyPositions.character(key), true));
        } else if (KeyPositions.writesNothing(key)) {
            sendWaiting();
            down(key, new Stroke(KeyPositions.of(key), 0, commanding()));
        } else {
            unwritten = key;
        }
    }

    private boolean commanding() {
        return isDown(KeyCode.CONTROL)
                || isDown(KeyCode.ALT)
                || isDown(KeyCode.META)
                || isDown(KeyCode.WINDOWS)
                || isDown(KeyCode.COMMAND);
    }

    private boolean mayCompose() {
        return switch (composing) {
            case ALT_GRAPH -> false;
            case CONTROL_AND_ALT -> isDown(KeyCode.CONTROL) && isDown(KeyCode.ALT);
            case ALT -> isDown(KeyCode.ALT) && !isDown(KeyCode.CONTROL) && !isDown(KeyCode.COMMAND);
        };
    }

    private boolean isDown(KeyCode modifier) {
        return waiting.contains(modifier) || sent.contains(modifier);
    }

    private void typed(String characters) {
        KeyCode key = unwritten;
        if (key == null && commanding()) {
            return;
        }
        int[] written = characters
                .codePoints()
                .filter(one -> one >= FIRST_PRINTABLE && one != DELETE_CHARACTER)
                .toArray();
        if (written.length == 0) {
            return;
        }
        takeSentBack();
        unwritten = null;
        int next = 0;
        // A key without a place cannot be told from others of its kind, and so not be held: its release may never come.
        if (key != null && KeyPositions.of(key) != KeyPositions.UNKNOWN) {
            down(key, new Stroke(KeyPositions.of(key), written[next++], false));
        }
        while (next < written.length) {
            write(written[next++]);
        }
    }

    /** Text that an input method has put together. */
    void write(String text) {
        takeSentBack();
        text.codePoints().filter(one -> one >= FIRST_PRINTABLE).forEach(this::write);
    }

    private void write(int character) {
        hands.key(KeyPositions.UNKNOWN, character, false, true);
        hands.key(KeyPositions.UNKNOWN, character, false, false);
    }

    private void released(KeyCode key) {
        if (MODIFIERS.contains(key)) {
            letGo(key);
            return;
        }
        if (key == unwritten) {
            unwritten = null;
            if (mayCompose()) {
                // Nothing was written, so it was a shortcut after all.
                sendWaiting();
                down(key, new Stroke(KeyPositions.of(key), KeyPositions.character(key), true));
            }
        }
        Stroke stroke = held.remove(key);
        if (stroke != null) {
            send(stroke, false);
        }
    }

    private void letGo(KeyCode modifier) {
        if (sent.remove(modifier)) {
            send(modifier(modifier), false);
        } else if (waiting.remove(modifier) && modifier != KeyCode.SHIFT) {
            // Pressed alone: it opens a menu.
            send(modifier(modifier), true);
            send(modifier(modifier), false);
        }
    }

    /** Shift, Control and their like are meant as keys now: for a click, an arrow, a shortcut. */
    void sendWaiting() {
        for (KeyCode modifier : waiting) {
            send(modifier(modifier), true);
        }
        sent.addAll(waiting);
        waiting.clear();
    }

    /** A character is written while Shift is held for something else: the other side finds its own way to that character. */
    private void takeSentBack() {
        for (KeyCode modifier : sent) {
            send(modifier(modifier), false);
        }
        waiting.addAll(sent);
        sent.clear();
    }

    private static Stroke modifier(KeyCode key) {
        return new Stroke(KeyPositions.of(key), 0, true);
    }

    private void down(KeyCode key, Stroke stroke) {
        Stroke before = held.put(key, stroke);
        if (before != null) {
            // This keyboard repeats; the other one must not add repeats of its own.
            send(before, false);
        }
        send(stroke, true);
    }

    private void send(Stroke stroke, boolean down) {
        if (stroke.position() != KeyPositions.UNKNOWN || stroke.character() != 0) {
            hands.key(stroke.position(), stroke.character(), stroke.command(), down);
        }
    }

    /** Nothing stays held. */
    void releaseAll() {
        held.clear();
        waiting.clear();
        sent.clear();
        unwritten = null;
        hands.releaseAll();
    }
}
