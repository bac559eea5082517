package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** As {@code processthreadsapi.h} declares it. */
final class Kernel32 {
    private static final NativeLibrary LIBRARY = System32.library("kernel32");
    private static final MethodHandle CURRENT_THREAD = LIBRARY.function("GetCurrentThreadId", JAVA_INT);

    private Kernel32() {}

    static int currentThread() {
        try {
            return (int) CURRENT_THREAD.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
