package org.beistand.client.platform.macos;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.beistand.client.desktop.InputSink;
import org.beistand.client.platform.macos.Geometry.Spot;

/**
 * Mouse and keyboard events for a Mac. A character is posted as itself, whatever the layout here. While a field for passwords keeps
 * the keyboard to itself nobody could take control back, so nothing is done until it has the keyboard no longer.
 */
public final class MacInput implements InputSink {
    private static final int FASTEST_WHEEL = 50;
    private static final int LINES_OF_A_NOTCH = 3;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final Posting posting;
    private final ClickCount clicks = new ClickCount();
    private final Set<Integer> buttons = new LinkedHashSet<>();
    private final Set<Integer> modifiers = new LinkedHashSet<>();
    private final Map<Origin, PostedEvent.Key> held = new LinkedHashMap<>();
    private Spot spot = new Spot(0, 0);
    private boolean closed;

    /** The other person's key, by its position or, where that is unknown, by its character. */
    private record Origin(int position, int character) {}

    MacInput(Posting posting) {
        this.posting = posting;
    }

    private boolean mayAct() {
        return !closed && !posting.isSecurityKeyDeaf(); // 001-66
    }

    @Override
    public synchronized void movePointer(int x, int y) {
        if (mayAct()) {
            spot = posting.displays().spot(x, y);
            int dragging = buttons.isEmpty() ? LEFT : buttons.iterator().next();
            int kind = buttons.isEmpty()
                    ? PostedEvent.MOVED
                    : kind(dragging, PostedEvent.LEFT_DRAGGED, PostedEvent.RIGHT_DRAGGED, PostedEvent.OTHER_DRAGGED);
            posting.post(new PostedEvent.Mouse(kind, spot, dragging, 0, flags()));
        }
    }

    @Override
    public synchronized void button(int button, boolean down) {
        int number = switch (button) {
            case 1 -> LEFT;
            case 2 -> 2;
            case 3 -> RIGHT;
            case 4, 5 -> button - 1;
            default -> -1;
        };
        if (number < 0) {
            return;
        }
        if (!down) {
            letGo(number);
        } else if (mayAct() && buttons.add(number)) {
            int count = clicks.press(number, spot, posting.nanos());
            int kind = kind(number, PostedEvent.LEFT_DOWN, PostedEvent.RIGHT_DOWN, PostedEvent.OTHER_DOWN);
            posting.post(new PostedEvent.Mouse(kind, spot, number, count, flags()));
        }
    }

    private void letGo(int number) {
        if (buttons.remove(number)) {
            int kind = kind(number, PostedEvent.LEFT_UP, PostedEvent.RIGHT_UP, PostedEvent.OTHER_UP);
            posting.post(new PostedEvent.Mouse(kind, spot, number, clicks.last(), flags()));
        }
    }

    private static int kind(int number, int left, int right, int other) {
        return switch (number) {
            case LEFT -> left;
            case RIGHT -> right;
            default -> other;
        };
    }

    @Override
    public synchronized void wheel(int horizontal, int vertical) {
        if (mayAct() && (horizontal != 0 || vertical != 0)) {
            posting.post(new PostedEvent.Wheel(-lines(vertical), -lines(horizontal), flags()));
        }
    }

    private static int lines(int notches) {
        return Math.clamp(notches, -FASTEST_WHEEL, FASTEST_WHEEL) * LINES_OF_A_NOTCH;
    }

    @Override
    public synchronized void key(int position, int character, boolean command, boolean down) {
        if (KeyCodes.isModifier(position)) {
            modifier(position, down);
            return;
        }
        Origin origin = position != 0 ? new Origin(position, 0) : new Origin(0, character);
        PostedEvent.Key before = held.get(origin);
        if (!down) {
            held.remove(origin);
            if (before != null) {
                posting.post(up(before));
            }
        } else if (mayAct()) {
            if (before != null) {
                posting.post(new PostedEvent.Key(before.code(), true, true, before.text(), before.flags()));
            } else {
                press(origin, position, character, command);
            }
        }
    }

    private static PostedEvent.Key up(PostedEvent.Key key) {
        return new PostedEvent.Key(key.code(), false, false, key.text(), key.flags());
    }

    private void modifier(int position, boolean down) {
        if (down ? mayAct() && modifiers.add(position) : modifiers.remove(position)) {
            posting.post(new PostedEvent.Key(KeyCodes.of(position), down, false, "", flags()));
        }
    }

    private void press(Origin origin, int position, int character, boolean command) {
        boolean writes = character >= 0x20
                && character != 0x7F
                && Character.isValidCodePoint(character)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
        int place = KeyCodes.of(position != 0 ? position : KeyCodes.positionOf(character));
        if (place == KeyCodes.NONE && !writes) {
            return;
        }
        String text = writes ? Character.toString(character) : "";
        // A character is what it is, whatever was held to make it over there; a shortcut is what is held.
        long with = writes && !command ? 0 : flags();
        PostedEvent.Key key = new PostedEvent.Key(place == KeyCodes.NONE ? 0 : place, true, false, text, with);
        posting.post(key);
        held.put(origin, key);
    }

    private long flags() {
        return modifiers.stream().mapToLong(KeyCodes::flag).reduce(0, (one, other) -> one | other);
    }

    @Override
    public synchronized void releaseAll() {
        held.values().forEach(key -> posting.post(up(key)));
        held.clear();
        for (int position : List.copyOf(modifiers)) {
            modifier(position, false);
        }
        List.copyOf(buttons).forEach(this::letGo);
    }

    @Override
    public synchronized void close() {
        releaseAll();
        closed = true;
    }
}
