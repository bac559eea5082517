package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** Who may operate the machine and what has the focus, as {@code AXUIElement.h} declares it. */
final class Accessibility {
    private static final NativeLibrary LIBRARY =
            new NativeLibrary("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices");
    private static final MethodHandle IS_TRUSTED = LIBRARY.function("AXIsProcessTrusted", JAVA_BOOLEAN);
    private static final MethodHandle SYSTEM_WIDE = LIBRARY.function("AXUIElementCreateSystemWide", ADDRESS);
    private static final MethodHandle ATTRIBUTE =
            LIBRARY.function("AXUIElementCopyAttributeValue", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle PROCESS = LIBRARY.function("AXUIElementGetPid", JAVA_INT, ADDRESS, ADDRESS);

    private Accessibility() {}

    static boolean isTrusted() {
        try {
            return (boolean) IS_TRUSTED.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment systemWide() {
        try {
            return (MemorySegment) SYSTEM_WIDE.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return 0 if it worked */
    static int attribute(MemorySegment element, MemorySegment name, MemorySegment found) {
        try {
            return (int) ATTRIBUTE.invokeExact(element, name, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return 0 if it worked */
    static int process(MemorySegment element, MemorySegment found) {
        try {
            return (int) PROCESS.invokeExact(element, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
