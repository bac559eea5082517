package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** Bitmaps, as {@code wingdi.h} declares them. Handles are longs here; 0 is a failure. */
final class Gdi32 {
    private static final NativeLibrary LIBRARY = System32.library("gdi32");
    private static final MethodHandle CREATE_CONTEXT = LIBRARY.function("CreateCompatibleDC", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle DELETE_CONTEXT = LIBRARY.function("DeleteDC", JAVA_INT, JAVA_LONG);
    private static final MethodHandle CREATE_SECTION =
            LIBRARY.function("CreateDIBSection", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SELECT = LIBRARY.function("SelectObject", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle DELETE = LIBRARY.function("DeleteObject", JAVA_INT, JAVA_LONG);
    private static final MethodHandle COPY = LIBRARY.function(
            "BitBlt", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT,
            JAVA_INT);
    private static final MethodHandle FLUSH = LIBRARY.function("GdiFlush", JAVA_INT);
    private static final MethodHandle DESCRIBE = LIBRARY.function("GetObjectW", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle PIXELS = LIBRARY.function(
            "GetDIBits", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);

    private Gdi32() {}

    static long createContext(long like) {
        try {
            return (long) CREATE_CONTEXT.invokeExact(like);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int deleteContext(long context) {
        try {
            return (int) DELETE_CONTEXT.invokeExact(context);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long createSection(
            long context, MemorySegment description, int usage, MemorySegment bits, long file, int offset) {
        try {
            return (long) CREATE_SECTION.invokeExact(context, description, usage, bits, file, offset);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return what was there before */
    static long select(long context, long object) {
        try {
            return (long) SELECT.invokeExact(context, object);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int delete(long object) {
        try {
            return (int) DELETE.invokeExact(object);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int copy(long to, int x, int y, int width, int height, long from, int fromX, int fromY, int operation) {
        try {
            return (int) COPY.invokeExact(to, x, y, width, height, from, fromX, fromY, operation);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int flush() {
        try {
            return (int) FLUSH.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int describe(long object, int room, MemorySegment found) {
        try {
            return (int) DESCRIBE.invokeExact(object, room, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int pixels(
            long context,
            long bitmap,
            int firstLine,
            int lines,
            MemorySegment bits,
            MemorySegment description,
            int usage) {
        try {
            return (int) PIXELS.invokeExact(context, bitmap, firstLine, lines, bits, description, usage);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
