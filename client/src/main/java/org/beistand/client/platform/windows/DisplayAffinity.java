package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;

/** Asks Windows to leave our own windows out of every picture of the screen: a second layer beneath our own masks. */
final class DisplayAffinity implements WindowsScreen.OwnWindowShield {
    private static final int WDA_NONE = 0; // winuser.h
    private static final int WDA_EXCLUDEFROMCAPTURE = 0x11;
    private static final long BETWEEN_LOOKS_NANOS = 100_000_000;

    private final long ownProcess;
    private final NativeWindowTable table = new NativeWindowTable();
    private final Set<Long> excluded = new HashSet<>();
    private long lastLook = System.nanoTime() - BETWEEN_LOOKS_NANOS;

    DisplayAffinity(long ownProcess) {
        this.ownProcess = ownProcess;
    }

    @Override
    public void raise() {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS_NANOS) {
            return;
        }
        lastLook = System.nanoTime();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(JAVA_INT);
            for (long window : table.handles()) {
                User32.threadAndProcess(window, found);
                if ((found.get(JAVA_INT, 0) & 0xFFFFFFFFL) == ownProcess && excluded.add(window)) {
                    User32.setDisplayAffinity(
                            window, WDA_EXCLUDEFROMCAPTURE); // older Windows refuse, which changes nothing
                }
            }
        }
    }

    @Override
    public void lower() {
        excluded.forEach(window -> User32.setDisplayAffinity(window, WDA_NONE));
        excluded.clear();
    }
}
