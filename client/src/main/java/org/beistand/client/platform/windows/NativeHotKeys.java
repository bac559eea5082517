package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.beistand.client.platform.foreign.CStruct;

/** {@code RegisterHotKey}: what it claims belongs to the thread and goes with it. */
final class NativeHotKeys implements HotKeys {
    // winuser.h
    private static final int VK_F11 = 0x7A;
    private static final int MOD_NOREPEAT = 0x4000;
    private static final int WM_HOTKEY = 0x0312;
    private static final int WM_QUIT = 0x0012;
    private static final long MESSAGE = CStruct.offset(Structs.MSG, "message");

    @Override
    public int thread() {
        return Kernel32.currentThread();
    }

    @Override
    public boolean claim(int modifiers) {
        return User32.registerHotKey(0, modifiers + 1, modifiers | MOD_NOREPEAT, VK_F11) != 0;
    }

    @Override
    public Heard await() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(Structs.MSG);
            if (User32.message(found, 0, 0, 0) <= 0) {
                return Heard.END;
            }
            return found.get(JAVA_INT, MESSAGE) == WM_HOTKEY ? Heard.PRESSED : Heard.SOMETHING_ELSE;
        }
    }

    @Override
    public void end(int thread) {
        User32.postToThread(thread, WM_QUIT, 0, 0);
    }
}
