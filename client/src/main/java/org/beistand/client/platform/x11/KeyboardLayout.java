package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the keys of this machine mean now: which key makes which character, and with which modifiers. */
final class KeyboardLayout {
    static final int SHIFT = 1;
    static final int LOCK = 2;
    private static final int CORE_KEYBOARD = 0x100;
    private static final int MODIFIERS = 8;
    private static final int GROUP_SHIFT = 13;

    private final XConnection x;
    private final int lowest;
    private final int highest;
    private final Map<Situation, Map<Integer, Stroke>> strokes = new HashMap<>();
    private final int[] modifierOf = new int[256];
    private final int[] keyOf = new int[MODIFIERS];
    private Set<Integer> spare = Set.of();
    private int thirdLevel;

    KeyboardLayout(XConnection x) {
        this.x = x;
        MemorySegment range = x.scratch();
        XlibKeyboard.displayKeycodes(x.display(), range, range.asSlice(4));
        this.lowest = range.get(JAVA_INT, 0);
        this.highest = range.get(JAVA_INT, 4);
        MemorySegment numbers = x.scratch();
        numbers.set(JAVA_INT, 12, 1); // the version that we speak: 1.0
        numbers.set(JAVA_INT, 16, 0);
        XlibKeyboard.queryExtension(
                x.display(), numbers, numbers.asSlice(4), numbers.asSlice(8), numbers.asSlice(12), numbers.asSlice(16));
        refresh();
    }

    /** What a character depends on besides the key. */
    private record Situation(int group, int locked) {}

    /** @param modifiers what has to be down with the key: Shift, the third level, both or none */
    record Stroke(int keycode, int modifiers) {}

    /** @param modifiers all that act now @param locked those that act without a key being held */
    record State(int group, int modifiers, int locked) {
        State withoutCapsLock() {
            return new State(group, modifiers, locked & ~LOCK);
        }
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    /** The modifier that selects the third level (AltGr), 0 if the layout has none. */
    int thirdLevel() {
        return thirdLevel;
    }

    /** @return the modifiers that this key is, as a mask */
    int modifierOf(int keycode) {
        return modifierOf[keycode & 0xFF];
    }

    /** @return a key for this one modifier, 0 if there is none */
    int keyOf(int modifier) {
        return keyOf[Integer.numberOfTrailingZeros(modifier) & 7];
    }

    State state() {
        MemorySegment state = x.scratch();
        XlibKeyboard.getState(x.display(), CORE_KEYBOARD, state);
        return new State(state.get(JAVA_BYTE, 0) & 3, state.get(JAVA_BYTE, 6) & 0xFF, state.get(JAVA_BYTE, 9) & 0xFF);
    }

    /** Keys that are not part of the layout, whatever they mean at the moment. */
    void leaveOut(Set<Integer> keycodes) {
        spare = Set.copyOf(keycodes);
        strokes.clear();
    }

    /** The map of the keyboard has changed. */
    void refresh() {
        strokes.clear();
        Arrays.fill(modifierOf, 0);
        Arrays.fill(keyOf, 0);
        thirdLevel = 0;
        long map = XlibKeyboard.getModifierMapping(x.display());
        if (map == 0) {
            return;
        }
        MemorySegment head = MemorySegment.ofAddress(map).reinterpret(16);
        int perModifier = head.get(JAVA_INT, 0);
        MemorySegment keys =
                MemorySegment.ofAddress(head.get(JAVA_LONG, 8)).reinterpret((long) MODIFIERS * perModifier);
        for (int i = 0; i < MODIFIERS * perModifier; i++) {
            int keycode = keys.get(JAVA_BYTE, i) & 0xFF;
            if (keycode != 0) {
                int modifier = i / perModifier;
                modifierOf[keycode] |= 1 << modifier;
                boolean third = symbol(keycode, 0) == Symbols.LEVEL_3_SHIFT;
                if (keyOf[modifier] == 0 || third && thirdLevel == 0) {
                    keyOf[modifier] = keycode;
                }
                if (third) {
                    thirdLevel |= 1 << modifier;
                }
            }
        }
        thirdLevel = Integer.lowestOneBit(thirdLevel);
        XlibKeyboard.freeModifiermap(map);
    }

    private long symbol(int keycode, int state) {
        MemorySegment found = x.scratch();
        found.set(JAVA_LONG, 8, Symbols.NONE);
        int any = XlibKeyboard.lookupKeySym(x.display(), (byte) keycode, state, found, found.asSlice(8));
        return any == 0 ? Symbols.NONE : found.get(JAVA_LONG, 8);
    }

    /** @return the key with the fewest modifiers that makes this character in this state */
    Optional<Stroke> find(int character, State state) {
        var situation = new Situation(state.group(), state.locked());
        return Optional.ofNullable(
                strokes.computeIfAbsent(situation, this::strokesIn).get(character));
    }

    private Map<Integer, Stroke> strokesIn(Situation situation) {
        Map<Integer, Stroke> found = new HashMap<>();
        int base = situation.group() << GROUP_SHIFT | situation.locked();
        int[] levels = thirdLevel == 0 ? new int[] {0, SHIFT} : new int[] {0, SHIFT, thirdLevel, SHIFT | thirdLevel};
        for (int level : levels) {
            for (int keycode = lowest; keycode <= highest; keycode++) {
                int character = spare.contains(keycode) ? 0 : Symbols.character(symbol(keycode, base | level));
                if (character != 0) {
                    found.putIfAbsent(character, new Stroke(keycode, level));
                }
            }
        }
        return found;
    }
}
