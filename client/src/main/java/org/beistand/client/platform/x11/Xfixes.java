package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Regions and the pointer's shape.
 */
final class Xfixes {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libXfixes.so.3");
    private static final MethodHandle QUERY_EXTENSION =
            LIBRARY.function("XFixesQueryExtension", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle QUERY_VERSION =
            LIBRARY.function("XFixesQueryVersion", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle CREATE_REGION =
            LIBRARY.function("XFixesCreateRegion", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle FETCH_REGION =
            LIBRARY.function("XFixesFetchRegion", JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);
    private static final MethodHandle SELECT_CURSOR_INPUT =
            LIBRARY.procedure("XFixesSelectCursorInput", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GET_CURSOR_IMAGE = LIBRARY.function("XFixesGetCursorImage", JAVA_LONG, JAVA_LONG);

    private Xfixes() {}

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

    static long createRegion(long display, MemorySegment rectangles, int count) {
        try {
            return (long) CREATE_REGION.invokeExact(display, rectangles, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long fetchRegion(long display, long region, MemorySegment count) {
        try {
            return (long) FETCH_REGION.invokeExact(display, region, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void selectCursorInput(long display, long window, long mask) {
        try {
            SELECT_CURSOR_INPUT.invokeExact(display, window, mask);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long getCursorImage(long display) {
        try {
            return (long) GET_CURSOR_IMAGE.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
