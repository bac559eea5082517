package org.beistand.client.platform.x11;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Shift and the others: those that the other person holds, and what this machine has to believe for a moment so that a key makes
 * the right character. A modifier that disturbs sleeps until a shortcut or the mouse needs it; one that is missing is lent.
 */
final class Modifiers {
    private final XConnection x;
    private final KeyboardLayout layout;
    /** Position to key, for what the other person holds. */
    private final Map<Integer, Integer> held = new LinkedHashMap<>();

    private final Set<Integer> asleep = new HashSet<>();
    private final Set<Integer> lent = new HashSet<>();

    Modifiers(XConnection x, KeyboardLayout layout) {
        this.x = x;
        this.layout = layout;
    }

    boolean holds(int position) {
        return held.containsKey(position);
    }

    /**
     * The right Alt key selects characters on many keyboards, and what it selects comes as a character anyway. Where it does not do
     * so here, it sleeps at first: else '@' would arrive as Alt and '@'.
     */
    void press(int position) {
        int keycode = HidKeys.keycode(position);
        held.put(position, keycode);
        if (position == HidKeys.RIGHT_ALT && (layout.modifierOf(keycode) & layout.thirdLevel()) == 0) {
            asleep.add(keycode);
        } else {
            fake(keycode, true);
        }
    }

    void release(int position) {
        Integer keycode = held.remove(position);
        if (keycode != null && !asleep.remove(keycode)) {
            fake(keycode, false);
        }
    }

    /** What the other person holds, and nothing else, is down. */
    void asHeld() {
        giveBack();
        for (int keycode : asleep) {
            fake(keycode, true);
        }
        asleep.clear();
    }

    /** What was lent goes up. */
    void giveBack() {
        for (int keycode : lent) {
            fake(keycode, false);
        }
        lent.clear();
    }

    /**
     * @param needed Shift, the third level, both or none
     * @return false if somebody at this machine holds a modifier that makes it impossible
     */
    boolean set(int needed) {
        lent.removeIf(keycode -> {
            boolean surplus = (layout.modifierOf(keycode) & needed) == 0;
            if (surplus) {
                fake(keycode, false);
            }
            return surplus;
        });
        for (int keycode : held.values()) {
            boolean wanted = (layout.modifierOf(keycode) & needed) != 0;
            if (wanted ? asleep.remove(keycode) : isModifier(keycode) && asleep.add(keycode)) {
                fake(keycode, wanted);
            }
        }
        int selecting = KeyboardLayout.SHIFT | layout.thirdLevel();
        lend(needed);
        return (layout.state().modifiers() & selecting) == needed;
    }

    /** Presses those that are missing until the next key. */
    void lend(int needed) {
        int missing = needed & ~layout.state().modifiers();
        while (missing != 0) {
            int modifier = Integer.lowestOneBit(missing);
            int keycode = layout.keyOf(modifier);
            if (keycode != 0) {
                fake(keycode, true);
                lent.add(keycode);
            }
            missing &= ~modifier;
        }
    }

    /** Presses and releases one that locks. */
    void tap(int modifier) {
        int keycode = layout.keyOf(modifier);
        if (keycode != 0) {
            fake(keycode, true);
            fake(keycode, false);
        }
    }

    /** Caps Lock and Num Lock do not disturb: they are part of what the layout is asked for. */
    private boolean isModifier(int keycode) {
        return layout.modifierOf(keycode) != 0;
    }

    void releaseAll() {
        giveBack();
        for (int keycode : held.values()) {
            if (!asleep.contains(keycode)) {
                fake(keycode, false);
            }
        }
        held.clear();
        asleep.clear();
    }

    private void fake(int keycode, boolean down) {
        Xtst.fakeKeyEvent(x.display(), keycode, down ? 1 : 0, 0);
    }
}
