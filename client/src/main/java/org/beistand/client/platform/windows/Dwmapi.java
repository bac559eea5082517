package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** What the composer of windows knows, as {@code dwmapi.h} declares it. */
final class Dwmapi {
    private static final NativeLibrary LIBRARY = System32.library("dwmapi");
    private static final MethodHandle ATTRIBUTE =
            LIBRARY.function("DwmGetWindowAttribute", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);

    private Dwmapi() {}

    /** @return below 0 if it does not know */
    static int attribute(long window, int attribute, MemorySegment found, int room) {
        try {
            return (int) ATTRIBUTE.invokeExact(window, attribute, found, room);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
