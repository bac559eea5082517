package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Windows, their properties and selections.
 */
final class XlibWindows {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libX11.so.6");
    private static final MethodHandle QUERY_TREE =
            LIBRARY.function("XQueryTree", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle GET_WINDOW_ATTRIBUTES =
            LIBRARY.function("XGetWindowAttributes", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS);
    private static final MethodHandle TRANSLATE_COORDINATES = LIBRARY.function(
            "XTranslateCoordinates",
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    private static final MethodHandle GET_INPUT_FOCUS =
            LIBRARY.function("XGetInputFocus", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle GET_WINDOW_PROPERTY = LIBRARY.function(
            "XGetWindowProperty",
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    private static final MethodHandle CHANGE_PROPERTY = LIBRARY.function(
            "XChangeProperty",
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
    private static final MethodHandle DELETE_PROPERTY =
            LIBRARY.function("XDeleteProperty", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CREATE_SIMPLE_WINDOW = LIBRARY.function(
            "XCreateSimpleWindow",
            JAVA_LONG,
            JAVA_LONG,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG);
    private static final MethodHandle SET_SELECTION_OWNER =
            LIBRARY.function("XSetSelectionOwner", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GET_SELECTION_OWNER =
            LIBRARY.function("XGetSelectionOwner", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CONVERT_SELECTION = LIBRARY.function(
            "XConvertSelection", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SEND_EVENT =
            LIBRARY.function("XSendEvent", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle GET_IMAGE = LIBRARY.function(
            "XGetImage", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle DESTROY_WINDOW =
            LIBRARY.function("XDestroyWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MAP_RAISED = LIBRARY.function("XMapRaised", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle RAISE_WINDOW = LIBRARY.function("XRaiseWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle CLEAR_WINDOW = LIBRARY.function("XClearWindow", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SET_WINDOW_BACKGROUND =
            LIBRARY.function("XSetWindowBackground", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle MOVE_RESIZE_WINDOW = LIBRARY.function(
            "XMoveResizeWindow", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle CHANGE_ATTRIBUTES =
            LIBRARY.function("XChangeWindowAttributes", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);

    private XlibWindows() {}

    static int destroyWindow(long display, long window) {
        try {
            return (int) DESTROY_WINDOW.invokeExact(display, window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int mapRaised(long display, long window) {
        try {
            return (int) MAP_RAISED.invokeExact(display, window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int raiseWindow(long display, long window) {
        try {
            return (int) RAISE_WINDOW.invokeExact(display, window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int clearWindow(long display, long window) {
        try {
            return (int) CLEAR_WINDOW.invokeExact(display, window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int setWindowBackground(long display, long window, long pixel) {
        try {
            return (int) SET_WINDOW_BACKGROUND.invokeExact(display, window, pixel);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int moveResizeWindow(long display, long window, int x, int y, int width, int height) {
        try {
            return (int) MOVE_RESIZE_WINDOW.invokeExact(display, window, x, y, width, height);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int changeAttributes(long display, long window, long mask, MemorySegment attributes) {
        try {
            return (int) CHANGE_ATTRIBUTES.invokeExact(display, window, mask, attributes);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int queryTree(
            long display,
            long window,
            MemorySegment root,
            MemorySegment parent,
            MemorySegment children,
            MemorySegment count) {
        try {
            return (int) QUERY_TREE.invokeExact(display, window, root, parent, children, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getWindowAttributes(long display, long window, MemorySegment attributes) {
        try {
            return (int) GET_WINDOW_ATTRIBUTES.invokeExact(display, window, attributes);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int translateCoordinates(
            long display, long from, long to, int x, int y, MemorySegment toX, MemorySegment toY, MemorySegment child) {
        try {
            return (int) TRANSLATE_COORDINATES.invokeExact(display, from, to, x, y, toX, toY, child);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getInputFocus(long display, MemorySegment window, MemorySegment revertTo) {
        try {
            return (int) GET_INPUT_FOCUS.invokeExact(display, window, revertTo);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getWindowProperty(
            long display,
            long window,
            long property,
            long offset,
            long length,
            int delete,
            long wanted,
            MemorySegment type,
            MemorySegment format,
            MemorySegment items,
            MemorySegment after,
            MemorySegment value) {
        try {
            return (int) GET_WINDOW_PROPERTY.invokeExact(
                    display, window, property, offset, length, delete, wanted, type, format, items, after, value);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int changeProperty(
            long display,
            long window,
            long property,
            long type,
            int format,
            int mode,
            MemorySegment value,
            int elements) {
        try {
            return (int) CHANGE_PROPERTY.invokeExact(display, window, property, type, format, mode, value, elements);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int deleteProperty(long display, long window, long property) {
        try {
            return (int) DELETE_PROPERTY.invokeExact(display, window, property);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long createSimpleWindow(
            long display,
            long parent,
            int x,
            int y,
            int width,
            int height,
            int borderWidth,
            long border,
            long background) {
        try {
            return (long) CREATE_SIMPLE_WINDOW.invokeExact(
                    display, parent, x, y, width, height, borderWidth, border, background);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int setSelectionOwner(long display, long selection, long owner, long time) {
        try {
            return (int) SET_SELECTION_OWNER.invokeExact(display, selection, owner, time);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long getSelectionOwner(long display, long selection) {
        try {
            return (long) GET_SELECTION_OWNER.invokeExact(display, selection);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int convertSelection(long display, long selection, long target, long property, long requestor, long time) {
        try {
            return (int) CONVERT_SELECTION.invokeExact(display, selection, target, property, requestor, time);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int sendEvent(long display, long window, int propagate, long mask, MemorySegment event) {
        try {
            return (int) SEND_EVENT.invokeExact(display, window, propagate, mask, event);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** 0 if the server did not give it. */
    static long getImage(long display, long drawable, int x, int y, int width, int height, long planes, int format) {
        try {
            return (long) GET_IMAGE.invokeExact(display, drawable, x, y, width, height, planes, format);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
