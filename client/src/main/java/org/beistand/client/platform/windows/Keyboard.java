package org.beistand.client.platform.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.platform.windows.KeyboardLayout.Stroke;

/**
 * The other person's keys as events for Windows. A character is sent as itself, whatever the layout here; plain letters, digits
 * and the space are sent as their keys where that makes the same character, because some programs look at keys only. Shortcuts
 * and keys without a character are scan codes.
 */
final class Keyboard {
    private static final int VK_PAUSE = 0x13;
    /** Belongs to no key. Between Alt down and Alt up it keeps the menu closed. */
    private static final int VK_NOBODYS = 0xE8;

    private final KeyboardLayout layout;
    private final Map<Origin, Held> held = new LinkedHashMap<>();
    /** Positions that the other person holds. */
    private final Set<Integer> modifiers = new LinkedHashSet<>();

    /** Those of them that are not down here until a shortcut or the mouse needs them. */
    private final Set<Integer> asleep = new LinkedHashSet<>();

    /** The other person's key, by its position or, where that is unknown, by its character. */
    private record Origin(int position, int character) {}

    private sealed interface Held {
        record Pressed(Keystroke key) implements Held {}

        record Written(int character) implements Held {}
    }

    /** A key of this machine. Exactly one of the two is not 0. */
    private record Keystroke(int scanCode, int virtualKey) {
        InputEvent event(boolean down) {
            return virtualKey == 0 ? InputEvent.Key.of(scanCode, down) : InputEvent.Key.ofVirtual(virtualKey, down);
        }
    }

    Keyboard(KeyboardLayout layout) {
        this.layout = layout;
    }

    /** What to send for a key of the other person's; see {@link org.beistand.client.desktop.InputSink#key}. */
    List<InputEvent> key(int position, int character, boolean command, boolean down) {
        List<InputEvent> out = new ArrayList<>();
        if (ScanCodes.isModifier(position)) {
            modifier(position, down, out);
            return out;
        }
        Origin origin = position != 0 ? new Origin(position, 0) : new Origin(0, character);
        Held before = held.get(origin);
        if (!down) {
            held.remove(origin);
            if (before instanceof Held.Pressed(Keystroke key) && !isHeld(key)) {
                out.add(key.event(false));
            }
        } else if (before != null) {
            repeat(before, out);
        } else if (writes(character) && !command) {
            write(origin, character, out);
        } else {
            press(origin, position, character, out);
        }
        return out;
    }

    /** The modifiers that the other person holds are down, for a click or a turn of the wheel. */
    List<InputEvent> asHeld() {
        List<InputEvent> out = new ArrayList<>();
        wake(out);
        return out;
    }

    List<InputEvent> releaseAll() {
        List<InputEvent> out = new ArrayList<>();
        for (Held one : held.values()) {
            if (one instanceof Held.Pressed(Keystroke key)) {
                out.add(key.event(false));
            }
        }
        for (int position : modifiers) {
            if (!asleep.contains(position)) {
                out.add(InputEvent.Key.of(ScanCodes.of(position), false));
            }
        }
        held.clear();
        modifiers.clear();
        asleep.clear();
        return out;
    }

    private boolean isHeld(Keystroke key) {
        return held.containsValue(new Held.Pressed(key));
    }

    /** The right Alt key selects characters on many keyboards, and what it selects comes as a character anyway: it sleeps first. */
    private void modifier(int position, boolean down, List<InputEvent> out) {
        if (down) {
            if (modifiers.add(position)) {
                if (position == ScanCodes.RIGHT_ALT) {
                    asleep.add(position);
                } else {
                    out.add(InputEvent.Key.of(ScanCodes.of(position), true));
                }
            }
        } else if (modifiers.remove(position) && !asleep.remove(position)) {
            out.add(InputEvent.Key.of(ScanCodes.of(position), false));
        }
    }

    private void wake(List<InputEvent> out) {
        for (int position : asleep) {
            out.add(InputEvent.Key.of(ScanCodes.of(position), true));
        }
        asleep.clear();
    }

    private static boolean writes(int character) {
        return character >= 0x20
                && character != 0x7F
                && Character.isValidCodePoint(character)
                && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private void repeat(Held before, List<InputEvent> out) {
        switch (before) {
            case Held.Pressed(Keystroke key) -> out.add(key.event(true));
            case Held.Written(int character) -> units(character, out);
        }
    }

    private void write(Origin origin, int character, List<InputEvent> out) {
        Optional<Stroke> plain = layout.find(character).filter(stroke -> makes(stroke, character));
        if (plain.isPresent()) {
            down(origin, new Keystroke(plain.get().scanCode(), 0), out);
            return;
        }
        sleep(out);
        units(character, out);
        held.put(origin, new Held.Written(character));
    }

    /** Whether the key alone, with what is held now, makes that character and does nothing else. */
    private boolean makes(Stroke stroke, int character) {
        boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
        boolean digit = character >= '0' && character <= '9';
        boolean shift = modifiers.stream().anyMatch(ScanCodes::isShift);
        boolean others = modifiers.stream().anyMatch(one -> !ScanCodes.isShift(one) && !asleep.contains(one));
        return (letter || digit || character == ' ')
                && !others
                && stroke.modifiers() == (shift && character != ' ' ? Stroke.SHIFT : 0)
                && !(letter && layout.capsLock());
    }

    /** Control, Alt and the flag go up, else the character would be a shortcut. */
    private void sleep(List<InputEvent> out) {
        List<Integer> disturbing = modifiers.stream()
                .filter(one -> !ScanCodes.isShift(one) && !asleep.contains(one))
                .toList();
        if (disturbing.stream().anyMatch(ScanCodes::opensMenu)) {
            out.add(InputEvent.Key.ofVirtual(VK_NOBODYS, true));
            out.add(InputEvent.Key.ofVirtual(VK_NOBODYS, false));
        }
        for (int position : disturbing) {
            out.add(InputEvent.Key.of(ScanCodes.of(position), false));
            asleep.add(position);
        }
    }

    private static void units(int character, List<InputEvent> out) {
        char[] units = Character.toChars(character);
        for (char unit : units) {
            out.add(InputEvent.Key.ofUnit(unit, true));
        }
        for (char unit : units) {
            out.add(InputEvent.Key.ofUnit(unit, false));
        }
    }

    /**
     * The key of a shortcut, or one without a character. What counts for a shortcut is what is printed on the key: Control and Z
     * is another place on a German keyboard. Only where no key bears the character it is the place.
     */
    private void press(Origin origin, int position, int character, List<InputEvent> out) {
        wake(out);
        Optional<Stroke> stroke = writes(character) ? layout.find(character) : Optional.empty();
        if (stroke.isPresent() && stroke.get().modifiers() == 0) {
            down(origin, new Keystroke(stroke.get().scanCode(), 0), out);
            return;
        }
        int place = position != 0 ? position : ScanCodes.positionOf(character);
        if (place == ScanCodes.PAUSE) {
            down(origin, new Keystroke(0, VK_PAUSE), out);
        } else if (ScanCodes.of(place) != ScanCodes.NONE) {
            down(origin, new Keystroke(ScanCodes.of(place), 0), out);
        } else {
            stroke.ifPresent(lending -> lend(origin, lending, out));
        }
    }

    /** Presses what a key needs here beside what is held, for as long as it takes to press the key. */
    private void lend(Origin origin, Stroke stroke, List<InputEvent> out) {
        List<Integer> lent = new ArrayList<>();
        missing(stroke, Stroke.SHIFT, 0xE1, 0xE5, lent);
        missing(stroke, Stroke.CONTROL, 0xE0, 0xE4, lent);
        missing(stroke, Stroke.ALT, 0xE2, 0xE6, lent);
        lent.forEach(one -> out.add(InputEvent.Key.of(ScanCodes.of(one), true)));
        down(origin, new Keystroke(stroke.scanCode(), 0), out);
        lent.reversed().forEach(one -> out.add(InputEvent.Key.of(ScanCodes.of(one), false)));
    }

    private void missing(Stroke stroke, int bit, int left, int right, List<Integer> lent) {
        if ((stroke.modifiers() & bit) != 0 && !modifiers.contains(left) && !modifiers.contains(right)) {
            lent.add(left);
        }
    }

    private void down(Origin origin, Keystroke key, List<InputEvent> out) {
        if (isHeld(key)) {
            out.add(key.event(false));
        }
        out.add(key.event(true));
        held.put(origin, new Held.Pressed(key));
    }
}
