package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.InputSink;
import org.beistand.protocol.value.Reason;

/**
 * Mouse and keyboard events for an X server, made by its XTEST extension. A character is typed with the key that this machine's
 * layout has for it, with just the modifiers that the key needs here; a character that the layout does not have is typed with a
 * spare key. An input has acted when its method returns: what stood before a busy server would act after control has been taken
 * back. After the server has gone, nothing happens any more.
 */
public final class X11Input implements InputSink {
    private static final int MAPPING_NOTIFY = 34;
    private static final int MAPPING_POINTER = 2;
    private static final int FASTEST_WHEEL = 50;

    private final XConnection x;
    private final KeyboardLayout layout;
    private final SpareKeys spares;
    private final Modifiers modifiers;
    private final Optional<InputDevices> devices;
    private final boolean repeatsAreTheirs;
    private final Map<Origin, Integer> held = new HashMap<>();
    private final Set<Integer> buttons = new HashSet<>();

    /** The other person's key, by its position or, where that is unknown, by its character. */
    private record Origin(int position, int character) {}

    X11Input(String display) throws DesktopException {
        this.x = XConnection.open(display);
        try {
            synchronized (x) {
                MemorySegment numbers = x.scratch();
                if (Xtst.queryExtension(
                                x.display(), numbers, numbers.asSlice(4), numbers.asSlice(8), numbers.asSlice(12))
                        == 0) {
                    throw new DesktopException(Reason.INPUT_NOT_POSSIBLE, "the X server has no XTEST extension");
                }
                Xtst.grabControl(x.display(), 1);
                this.layout = new KeyboardLayout(x);
                this.spares = new SpareKeys(x, layout);
                this.modifiers = new Modifiers(x, layout);
                liftLeftOver();
                this.devices = InputDevices.of(x);
                this.repeatsAreTheirs =
                        devices.map(InputDevices::stopRepeatingMadeUpKeys).orElse(false);
            }
        } catch (DesktopException | RuntimeException | LinkageError e) {
            x.close();
            throw e;
        }
    }

    /** What a program that died held is still down: the server does not know that nobody holds it any more. */
    private void liftLeftOver() {
        MemorySegment down = x.scratch();
        XlibKeyboard.queryKeymap(x.display(), down);
        for (int keycode = layout.lowest(); keycode <= layout.highest(); keycode++) {
            if ((down.get(JAVA_BYTE, keycode / 8) & 1 << keycode % 8) != 0) {
                Xtst.fakeKeyEvent(x.display(), keycode, 0, 0); // does nothing to a key that a person holds
            }
        }
        x.flush();
    }

    @Override
    public void movePointer(int toX, int toY) {
        synchronized (x) {
            if (x.usable()) {
                Xtst.fakeMotionEvent(x.display(), -1, toX, toY, 0);
                x.settle();
            }
        }
    }

    @Override
    public void button(int button, boolean down) {
        int number = switch (button) {
            case 1, 2, 3 -> button;
            case 4, 5 -> button + 4; // X counts the wheel's directions as 4 to 7
            default -> 0;
        };
        synchronized (x) {
            if (!x.usable() || number == 0) {
                return;
            }
            if (down ? buttons.add(number) : buttons.remove(number)) {
                if (down) {
                    modifiers.asHeld();
                }
                Xtst.fakeButtonEvent(x.display(), number, down ? 1 : 0, 0);
                x.settle();
            }
        }
    }

    @Override
    public void wheel(int horizontal, int vertical) {
        synchronized (x) {
            if (x.usable()) {
                modifiers.asHeld();
                turn(vertical < 0 ? 4 : 5, vertical);
                turn(horizontal < 0 ? 6 : 7, horizontal);
                x.settle();
            }
        }
    }

    private void turn(int button, int notches) {
        for (int i = 0; i < Math.min(FASTEST_WHEEL, Math.abs((long) notches)); i++) {
            Xtst.fakeButtonEvent(x.display(), button, 1, 0);
            Xtst.fakeButtonEvent(x.display(), button, 0, 0);
        }
    }

    @Override
    public void key(int position, int character, boolean command, boolean down) {
        synchronized (x) {
            if (!x.usable()) {
                return;
            }
            var origin = position != 0 ? new Origin(position, 0) : new Origin(0, character);
            if (!down) {
                release(origin);
            } else if (held.get(origin) instanceof Integer keycode) {
                repeat(keycode);
            } else if (!modifiers.holds(position)) {
                readEvents();
                press(origin, position, character, command);
            }
            x.settle();
        }
    }

    private void press(Origin origin, int position, int character, boolean command) {
        if (HidKeys.isModifier(position)) {
            modifiers.press(position);
            return;
        }
        boolean writes = character >= 0x20 && character != 0x7F && Character.isValidCodePoint(character);
        if (writes && !command) {
            write(origin, character);
        } else {
            down(origin, meant(position, character, writes));
        }
    }

    private void down(Origin origin, int keycode) {
        if (keycode != 0) {
            if (held.containsValue(keycode)) {
                Xtst.fakeKeyEvent(x.display(), keycode, 0, 0);
            }
            Xtst.fakeKeyEvent(x.display(), keycode, 1, 0);
            held.put(origin, keycode);
        }
    }

    /** As the server tells of repetitions, unless it makes them itself. */
    private void repeat(int keycode) {
        if (repeatsAreTheirs) {
            Xtst.fakeKeyEvent(x.display(), keycode, 0, 0);
            Xtst.fakeKeyEvent(x.display(), keycode, 1, 0);
        }
    }

    /** Sets the modifiers so that a key makes that character now, and presses it. */
    private void write(Origin origin, int character) {
        KeyboardLayout.State state = layout.state();
        Optional<KeyboardLayout.Stroke> stroke = layout.find(character, state);
        if (stroke.isPresent() && modifiers.set(stroke.get().modifiers())) {
            down(origin, stroke.get().keycode());
            return;
        }
        modifiers.set(0);
        int spare = spares.keyFor(character, new HashSet<>(held.values()));
        boolean capitalized = (state.locked() & KeyboardLayout.LOCK) != 0 && Character.isLowerCase(character);
        if (capitalized) { // programs capitalize what comes from a key that does not heed Caps Lock itself
            modifiers.tap(KeyboardLayout.LOCK);
        }
        down(origin, spare);
        if (capitalized) {
            modifiers.tap(KeyboardLayout.LOCK);
        }
    }

    /**
     * The key of a shortcut, or one without a character. What counts for a shortcut is what is printed on the key: Control and Z
     * is another place on a German keyboard. Where no key bears a letter it is the place, and so where a digit needs Shift; a sign
     * is what it is, with whatever it takes here.
     */
    private int meant(int position, int character, boolean writes) {
        modifiers.asHeld();
        Optional<KeyboardLayout.Stroke> stroke =
                writes ? layout.find(character, layout.state().withoutCapsLock()) : Optional.empty();
        if (stroke.isPresent() && stroke.get().modifiers() == 0) {
            return stroke.get().keycode();
        }
        int keycode = HidKeys.keycode(position != 0 ? position : HidKeys.positionOf(character));
        if (stroke.isPresent() && (keycode == 0 || !Character.isLetterOrDigit(character))) {
            modifiers.lend(stroke.get().modifiers());
            keycode = stroke.get().keycode();
        }
        return keycode;
    }

    private void release(Origin origin) {
        if (HidKeys.isModifier(origin.position())) {
            modifiers.release(origin.position());
            return;
        }
        Integer keycode = held.remove(origin);
        if (keycode != null && !held.containsValue(keycode)) {
            Xtst.fakeKeyEvent(x.display(), keycode, 0, 0);
        }
        if (held.isEmpty()) {
            modifiers.giveBack();
        }
    }

    /** The layout may have been changed by somebody else. */
    private void readEvents() {
        boolean replaced = false;
        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
            if (event.get(JAVA_INT, 0) == MAPPING_NOTIFY && event.get(JAVA_INT, 40) != MAPPING_POINTER) {
                boolean ours = spares.isOurs(event.get(JAVA_INT, 44), event.get(JAVA_INT, 48));
                XlibKeyboard.refreshKeyboardMapping(event);
                replaced |= !ours;
            }
        }
        if (replaced) {
            layout.refresh();
            spares.layoutReplaced();
        }
    }

    @Override
    public void releaseAll() {
        synchronized (x) {
            if (!x.usable()) {
                return;
            }
            List<Origin> keys = new ArrayList<>(held.keySet());
            keys.forEach(this::release);
            modifiers.releaseAll();
            for (int button : buttons) {
                Xtst.fakeButtonEvent(x.display(), button, 0, 0);
            }
            buttons.clear();
            x.settle();
        }
    }

    @Override
    public void close() {
        synchronized (x) {
            if (!x.isClosed()) {
                releaseAll();
                spares.close();
                if (repeatsAreTheirs) {
                    devices.ifPresent(InputDevices::repeatKeysAgain);
                }
                x.close();
            }
        }
    }
}
