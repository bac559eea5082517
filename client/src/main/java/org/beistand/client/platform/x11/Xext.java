package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Pictures through shared memory, and the shapes of windows.
 */
final class Xext {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libXext.so.6");
    private static final MethodHandle QUERY_EXTENSION = LIBRARY.function("XShmQueryExtension", JAVA_INT, JAVA_LONG);
    private static final MethodHandle ATTACH = LIBRARY.function("XShmAttach", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle DETACH = LIBRARY.function("XShmDetach", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle CREATE_IMAGE = LIBRARY.function(
            "XShmCreateImage",
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT);
    private static final MethodHandle GET_IMAGE =
            LIBRARY.function("XShmGetImage", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);

    private static final MethodHandle SHAPE_SELECT =
            LIBRARY.procedure("XShapeSelectInput", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SHAPE_EXTENTS = LIBRARY.function(
            "XShapeQueryExtents",
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    private static final MethodHandle SHAPE_RECTANGLES =
            LIBRARY.function("XShapeGetRectangles", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle SHAPE_COMBINE = LIBRARY.procedure(
            "XShapeCombineRectangles",
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT);

    private Xext() {}

    /** Gives a window this shape: areas of four shorts each. */
    static void combineShape(long display, long window, int kind, MemorySegment rectangles, int count) {
        try {
            SHAPE_COMBINE.invokeExact(display, window, kind, 0, 0, rectangles, count, 0, 0);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void selectShape(long display, long window, long mask) {
        try {
            SHAPE_SELECT.invokeExact(display, window, mask);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @param results whether it has a shape, its x, y, width, height; the same of what is drawn: four bytes each */
    static int queryExtents(long display, long window, MemorySegment results) {
        try {
            return (int) SHAPE_EXTENTS.invokeExact(
                    display,
                    window,
                    results,
                    results.asSlice(4),
                    results.asSlice(8),
                    results.asSlice(12),
                    results.asSlice(16),
                    results.asSlice(20),
                    results.asSlice(24),
                    results.asSlice(28),
                    results.asSlice(32),
                    results.asSlice(36));
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return a list of areas of four shorts each, to be freed; 0 if there are none */
    static long shapeRectangles(long display, long window, int kind, MemorySegment count, MemorySegment ordering) {
        try {
            return (long) SHAPE_RECTANGLES.invokeExact(display, window, kind, count, ordering);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int queryExtension(long display) {
        try {
            return (int) QUERY_EXTENSION.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int attach(long display, MemorySegment segment) {
        try {
            return (int) ATTACH.invokeExact(display, segment);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int detach(long display, MemorySegment segment) {
        try {
            return (int) DETACH.invokeExact(display, segment);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long createImage(
            long display,
            long visual,
            int depth,
            int format,
            MemorySegment address,
            MemorySegment segment,
            int width,
            int height) {
        try {
            return (long) CREATE_IMAGE.invokeExact(display, visual, depth, format, address, segment, width, height);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getImage(long display, long drawable, long image, int x, int y, long planes) {
        try {
            return (int) GET_IMAGE.invokeExact(display, drawable, image, x, y, planes);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
