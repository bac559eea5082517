package org.beistand.client.platform.windows;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The layout of the thread that has the window in front. */
final class NativeLayout implements KeyboardLayout {
    // winuser.h
    private static final int VK_CAPITAL = 0x14;
    private static final int MAPVK_VK_TO_VSC_EX = 4;
    private static final int NO_KEY = -1;
    /** Control and Alt besides Shift; more than these no key of ours needs. */
    private static final int KNOWN_MODIFIERS = 7;

    @Override
    public Optional<Stroke> find(int character) {
        if (!Character.isBmpCodePoint(character)) {
            return Optional.empty();
        }
        long layout = User32.keyboardLayout(User32.threadAndProcess(User32.foreground(), MemorySegment.NULL));
        short found = User32.virtualKeyOf((char) character, layout);
        if (found == NO_KEY || (found >> 8 & 0xFF & ~KNOWN_MODIFIERS) != 0) {
            return Optional.empty();
        }
        int scan = User32.mapVirtualKey(found & 0xFF, MAPVK_VK_TO_VSC_EX, layout);
        return scan == 0 ? Optional.empty() : Optional.of(new Stroke(scan, found >> 8 & 0xFF));
    }

    @Override
    public boolean capsLock() {
        return (User32.keyState(VK_CAPITAL) & 1) != 0;
    }
}
