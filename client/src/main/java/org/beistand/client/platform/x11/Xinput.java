package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Events of the devices themselves, whoever has the focus or a grab.
 */
final class Xinput {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libXi.so.6");
    private static final MethodHandle QUERY_VERSION =
            LIBRARY.function("XIQueryVersion", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle SELECT_EVENTS =
            LIBRARY.function("XISelectEvents", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle QUERY_DEVICE =
            LIBRARY.function("XIQueryDevice", JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle FREE_DEVICE_INFO = LIBRARY.procedure("XIFreeDeviceInfo", JAVA_LONG);

    private Xinput() {}

    static int queryVersion(long display, MemorySegment major, MemorySegment minor) {
        try {
            return (int) QUERY_VERSION.invokeExact(display, major, minor);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int selectEvents(long display, long window, MemorySegment masks, int count) {
        try {
            return (int) SELECT_EVENTS.invokeExact(display, window, masks, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long queryDevice(long display, int device, MemorySegment count) {
        try {
            return (long) QUERY_DEVICE.invokeExact(display, device, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void freeDeviceInfo(long list) {
        try {
            FREE_DEVICE_INFO.invokeExact(list);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
