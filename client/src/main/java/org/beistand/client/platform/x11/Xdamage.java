package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Where something was drawn.
 */
final class Xdamage {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libXdamage.so.1");
    private static final MethodHandle QUERY_EXTENSION =
            LIBRARY.function("XDamageQueryExtension", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle QUERY_VERSION =
            LIBRARY.function("XDamageQueryVersion", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle CREATE =
            LIBRARY.function("XDamageCreate", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SUBTRACT =
            LIBRARY.procedure("XDamageSubtract", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private Xdamage() {}

    static int queryExtension(long display, MemorySegment firstEvent, MemorySegment firstError) {
        try {
            return (int) QUERY_EXTENSION.invokeExact(display, firstEvent, firstError);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int queryVersion(long display, MemorySegment major, MemorySegment minor) {
        try {
            return (int) QUERY_VERSION.invokeExact(display, major, minor);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long create(long display, long drawable, int level) {
        try {
            return (long) CREATE.invokeExact(display, drawable, level);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void subtract(long display, long damage, long repair, long parts) {
        try {
            SUBTRACT.invokeExact(display, damage, repair, parts);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
