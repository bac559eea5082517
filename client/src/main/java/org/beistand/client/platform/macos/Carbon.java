package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;

import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** As {@code CarbonEventsCore.h} declares it. */
final class Carbon {
    private static final NativeLibrary LIBRARY =
            new NativeLibrary("/System/Library/Frameworks/Carbon.framework/Carbon");
    private static final MethodHandle IS_SECURE_INPUT = LIBRARY.function("IsSecureEventInputEnabled", JAVA_BOOLEAN);

    private Carbon() {}

    /** Whether a program keeps the keyboard to itself, as fields for passwords do. */
    static boolean isSecureInput() {
        try {
            return (boolean) IS_SECURE_INPUT.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
