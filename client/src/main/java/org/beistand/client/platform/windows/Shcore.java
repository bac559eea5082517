package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** How large a monitor draws everything, as {@code shellscalingapi.h} declares it. */
final class Shcore {
    private static final NativeLibrary LIBRARY = System32.library("shcore");
    private static final MethodHandle DOTS_PER_INCH =
            LIBRARY.function("GetDpiForMonitor", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS);

    private Shcore() {}

    /** @return below 0 if it is not known */
    static int dotsPerInch(long monitor, int kind, MemorySegment x, MemorySegment y) {
        try {
            return (int) DOTS_PER_INCH.invokeExact(monitor, kind, x, y);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
