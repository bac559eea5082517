package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Displays, pictures, events and windows, as {@code CGDirectDisplay.h}, {@code CGBitmapContext.h}, {@code CGEvent.h} and
 * {@code CGWindow.h} declare them. What is created or copied is released by us.
 */
final class CoreGraphics {
    private static final NativeLibrary LIBRARY =
            new NativeLibrary("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics");
    private static final MethodHandle ACTIVE_DISPLAYS =
            LIBRARY.function("CGGetActiveDisplayList", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle DISPLAY_BOUNDS = LIBRARY.function("CGDisplayBounds", Geometry.RECT, JAVA_INT);
    private static final MethodHandle DISPLAY_MODE = LIBRARY.function("CGDisplayCopyDisplayMode", ADDRESS, JAVA_INT);
    private static final MethodHandle MODE_WIDTH = LIBRARY.function("CGDisplayModeGetWidth", JAVA_LONG, ADDRESS);
    private static final MethodHandle MODE_PIXEL_WIDTH =
            LIBRARY.function("CGDisplayModeGetPixelWidth", JAVA_LONG, ADDRESS);
    private static final MethodHandle RELEASE_MODE = LIBRARY.procedure("CGDisplayModeRelease", ADDRESS);
    private static final MethodHandle RELEASE_IMAGE = LIBRARY.procedure("CGImageRelease", ADDRESS);
    private static final MethodHandle DEVICE_COLOURS = LIBRARY.function("CGColorSpaceCreateDeviceRGB", ADDRESS);
    private static final MethodHandle RELEASE_COLOURS = LIBRARY.procedure("CGColorSpaceRelease", ADDRESS);
    private static final MethodHandle BITMAP_CONTEXT = LIBRARY.function(
            "CGBitmapContextCreate", ADDRESS, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle DRAW_IMAGE =
            LIBRARY.procedure("CGContextDrawImage", ADDRESS, Geometry.RECT, ADDRESS);
    private static final MethodHandle RELEASE_CONTEXT = LIBRARY.procedure("CGContextRelease", ADDRESS);
    private static final MethodHandle MAY_CAPTURE = LIBRARY.function("CGPreflightScreenCaptureAccess", JAVA_BOOLEAN);
    private static final MethodHandle ASK_TO_CAPTURE = LIBRARY.function("CGRequestScreenCaptureAccess", JAVA_BOOLEAN);
    private static final MethodHandle MAY_POST = LIBRARY.function("CGPreflightPostEventAccess", JAVA_BOOLEAN);
    private static final MethodHandle ASK_TO_POST = LIBRARY.function("CGRequestPostEventAccess", JAVA_BOOLEAN);
    private static final MethodHandle EVENT = LIBRARY.function("CGEventCreate", ADDRESS, ADDRESS);
    private static final MethodHandle LOCATION = LIBRARY.function("CGEventGetLocation", Geometry.POINT, ADDRESS);
    private static final MethodHandle MOUSE_EVENT =
            LIBRARY.function("CGEventCreateMouseEvent", ADDRESS, ADDRESS, JAVA_INT, Geometry.POINT, JAVA_INT);
    private static final MethodHandle WHEEL_EVENT = LIBRARY.function(
            "CGEventCreateScrollWheelEvent2", ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle KEY_EVENT =
            LIBRARY.function("CGEventCreateKeyboardEvent", ADDRESS, ADDRESS, JAVA_SHORT, JAVA_BOOLEAN);
    private static final MethodHandle SET_TEXT =
            LIBRARY.procedure("CGEventKeyboardSetUnicodeString", ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle SET_FLAGS = LIBRARY.procedure("CGEventSetFlags", ADDRESS, JAVA_LONG);
    private static final MethodHandle SET_FIELD =
            LIBRARY.procedure("CGEventSetIntegerValueField", ADDRESS, JAVA_INT, JAVA_LONG);
    private static final MethodHandle FIELD =
            LIBRARY.function("CGEventGetIntegerValueField", JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle POST = LIBRARY.procedure("CGEventPost", JAVA_INT, ADDRESS);
    private static final MethodHandle TAP =
            LIBRARY.function("CGEventTapCreate", ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle ENABLE_TAP = LIBRARY.procedure("CGEventTapEnable", ADDRESS, JAVA_BOOLEAN);
    private static final MethodHandle WINDOWS =
            LIBRARY.function("CGWindowListCopyWindowInfo", ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle RECTANGLE =
            LIBRARY.function("CGRectMakeWithDictionaryRepresentation", JAVA_BOOLEAN, ADDRESS, ADDRESS);

    // CGWindow.h: the keys of what is known of a window
    static final MemorySegment WINDOW_NUMBER = LIBRARY.constant("kCGWindowNumber");
    static final MemorySegment WINDOW_OWNER_PID = LIBRARY.constant("kCGWindowOwnerPID");
    static final MemorySegment WINDOW_OWNER_NAME = LIBRARY.constant("kCGWindowOwnerName");
    static final MemorySegment WINDOW_NAME = LIBRARY.constant("kCGWindowName");
    static final MemorySegment WINDOW_BOUNDS = LIBRARY.constant("kCGWindowBounds");
    static final MemorySegment WINDOW_LAYER = LIBRARY.constant("kCGWindowLayer");
    static final MemorySegment WINDOW_ALPHA = LIBRARY.constant("kCGWindowAlpha");

    private CoreGraphics() {}

    /** The main display first. @return 0 if it worked */
    static int activeDisplays(int room, MemorySegment displays, MemorySegment count) {
        try {
            return (int) ACTIVE_DISPLAYS.invokeExact(room, displays, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** In points, from the upper left corner of the main display. */
    static MemorySegment displayBounds(SegmentAllocator memory, int display) {
        try {
            return (MemorySegment) DISPLAY_BOUNDS.invokeExact(memory, display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment displayMode(int display) {
        try {
            return (MemorySegment) DISPLAY_MODE.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** In points. */
    static long modeWidth(MemorySegment mode) {
        try {
            return (long) MODE_WIDTH.invokeExact(mode);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long modePixelWidth(MemorySegment mode) {
        try {
            return (long) MODE_PIXEL_WIDTH.invokeExact(mode);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void releaseMode(MemorySegment mode) {
        try {
            RELEASE_MODE.invokeExact(mode);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void releaseImage(MemorySegment image) {
        try {
            RELEASE_IMAGE.invokeExact(image);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment deviceColours() {
        try {
            return (MemorySegment) DEVICE_COLOURS.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void releaseColours(MemorySegment colours) {
        try {
            RELEASE_COLOURS.invokeExact(colours);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment bitmapContext(
            MemorySegment memory, long width, long height, long bits, long pitch, MemorySegment colours, int kind) {
        try {
            return (MemorySegment) BITMAP_CONTEXT.invokeExact(memory, width, height, bits, pitch, colours, kind);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void drawImage(MemorySegment context, MemorySegment place, MemorySegment image) {
        try {
            DRAW_IMAGE.invokeExact(context, place, image);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void releaseContext(MemorySegment context) {
        try {
            RELEASE_CONTEXT.invokeExact(context);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static boolean mayCapture() {
        try {
            return (boolean) MAY_CAPTURE.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Shows the question of the system, once. */
    static boolean askToCapture() {
        try {
            return (boolean) ASK_TO_CAPTURE.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static boolean mayPost() {
        try {
            return (boolean) MAY_POST.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Shows the question of the system, once. */
    static boolean askToPost() {
        try {
            return (boolean) ASK_TO_POST.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment event(MemorySegment source) {
        try {
            return (MemorySegment) EVENT.invokeExact(source);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment location(SegmentAllocator memory, MemorySegment event) {
        try {
            return (MemorySegment) LOCATION.invokeExact(memory, event);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment mouseEvent(MemorySegment source, int kind, MemorySegment place, int button) {
        try {
            return (MemorySegment) MOUSE_EVENT.invokeExact(source, kind, place, button);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment wheelEvent(MemorySegment source, int unit, int wheels, int first, int second, int third) {
        try {
            return (MemorySegment) WHEEL_EVENT.invokeExact(source, unit, wheels, first, second, third);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment keyEvent(MemorySegment source, short key, boolean down) {
        try {
            return (MemorySegment) KEY_EVENT.invokeExact(source, key, down);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void setText(MemorySegment event, long count, MemorySegment units) {
        try {
            SET_TEXT.invokeExact(event, count, units);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void setFlags(MemorySegment event, long flags) {
        try {
            SET_FLAGS.invokeExact(event, flags);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void setField(MemorySegment event, int field, long value) {
        try {
            SET_FIELD.invokeExact(event, field, value);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long field(MemorySegment event, int field) {
        try {
            return (long) FIELD.invokeExact(event, field);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void post(int tap, MemorySegment event) {
        try {
            POST.invokeExact(tap, event);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** NULL if the person has not allowed it. */
    static MemorySegment tap(int tap, int place, int options, long events, MemorySegment function, MemorySegment data) {
        try {
            return (MemorySegment) TAP.invokeExact(tap, place, options, events, function, data);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void enableTap(MemorySegment tap, boolean on) {
        try {
            ENABLE_TAP.invokeExact(tap, on);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment windows(int options, int relativeTo) {
        try {
            return (MemorySegment) WINDOWS.invokeExact(options, relativeTo);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static boolean rectangle(MemorySegment dictionary, MemorySegment found) {
        try {
            return (boolean) RECTANGLE.invokeExact(dictionary, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
