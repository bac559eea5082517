package org.beistand.client.platform.windows;

import java.util.Optional;

/** The layout that the window in front is typed into with. */
interface KeyboardLayout {
    /** The key that bears a character, and what has to be held with it. */
    Optional<Stroke> find(int character);

    boolean capsLock();

    /** @param modifiers 1 Shift, 2 Control, 4 Alt, as {@code VkKeyScanEx} says */
    record Stroke(int scanCode, int modifiers) {
        static final int SHIFT = 1;
        static final int CONTROL = 2;
        static final int ALT = 4;
    }
}
