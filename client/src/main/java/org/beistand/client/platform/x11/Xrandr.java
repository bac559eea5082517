package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Which monitors show which part of the screen.
 */
final class Xrandr {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libXrandr.so.2");
    private static final MethodHandle QUERY_VERSION =
            LIBRARY.function("XRRQueryVersion", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle SELECT_INPUT =
            LIBRARY.procedure("XRRSelectInput", JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle GET_MONITORS =
            LIBRARY.function("XRRGetMonitors", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle FREE_MONITORS = LIBRARY.procedure("XRRFreeMonitors", JAVA_LONG);
    private static final MethodHandle GET_OUTPUT_PROPERTY = LIBRARY.function(
            "XRRGetOutputProperty",
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);

    private Xrandr() {}

    static int queryVersion(long display, MemorySegment major, MemorySegment minor) {
        try {
            return (int) QUERY_VERSION.invokeExact(display, major, minor);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void selectInput(long display, long window, int mask) {
        try {
            SELECT_INPUT.invokeExact(display, window, mask);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** A list of XRRMonitorInfo, to be given back with {@link #freeMonitors}; 0 if there is none. */
    static long getMonitors(long display, long window, int activeOnly, MemorySegment count) {
        try {
            return (long) GET_MONITORS.invokeExact(display, window, activeOnly, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void freeMonitors(long list) {
        try {
            FREE_MONITORS.invokeExact(list);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** 0 if it went well, as with the properties of a window. */
    static int getOutputProperty(
            long display,
            long output,
            long property,
            long offset,
            long length,
            long wantedType,
            MemorySegment type,
            MemorySegment format,
            MemorySegment items,
            MemorySegment bytesAfter,
            MemorySegment value) {
        try {
            return (int) GET_OUTPUT_PROPERTY.invokeExact(
                    display,
                    output,
                    property,
                    offset,
                    length,
                    0,
                    0,
                    wantedType,
                    type,
                    format,
                    items,
                    bytesAfter,
                    value);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
