package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_CHAR;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** Windows, input and the screen, as {@code winuser.h} declares them. Handles are longs here; 0 is a failure unless something else is said. */
final class User32 {
    private static final NativeLibrary LIBRARY = System32.library("user32");
    private static final MethodHandle SET_THREAD_DPI_AWARENESS =
            LIBRARY.function("SetThreadDpiAwarenessContext", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SYSTEM_METRICS = LIBRARY.function("GetSystemMetrics", JAVA_INT, JAVA_INT);
    private static final MethodHandle DEVICE_CONTEXT = LIBRARY.function("GetDC", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle RELEASE_DEVICE_CONTEXT =
            LIBRARY.function("ReleaseDC", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SEND_INPUT = LIBRARY.function("SendInput", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle KEY_STATE = LIBRARY.function("GetKeyState", JAVA_SHORT, JAVA_INT);
    private static final MethodHandle KEYBOARD_LAYOUT = LIBRARY.function("GetKeyboardLayout", JAVA_LONG, JAVA_INT);
    private static final MethodHandle VIRTUAL_KEY_OF =
            LIBRARY.function("VkKeyScanExW", JAVA_SHORT, JAVA_CHAR, JAVA_LONG);
    private static final MethodHandle MAP_VIRTUAL_KEY =
            LIBRARY.function("MapVirtualKeyExW", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle CURSOR = LIBRARY.function("GetCursorInfo", JAVA_INT, ADDRESS);
    private static final MethodHandle ICON = LIBRARY.function("GetIconInfo", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle REGISTER_HOT_KEY =
            LIBRARY.function("RegisterHotKey", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle MESSAGE =
            LIBRARY.function("GetMessageW", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle POST_TO_THREAD =
            LIBRARY.function("PostThreadMessageW", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle ENUMERATE_MONITORS =
            LIBRARY.function("EnumDisplayMonitors", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle MONITOR = LIBRARY.function("GetMonitorInfoW", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle ENUMERATE_WINDOWS = LIBRARY.function("EnumWindows", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle IS_VISIBLE = LIBRARY.function("IsWindowVisible", JAVA_INT, JAVA_LONG);
    private static final MethodHandle IS_MINIMIZED = LIBRARY.function("IsIconic", JAVA_INT, JAVA_LONG);
    private static final MethodHandle WINDOW_RECTANGLE =
            LIBRARY.function("GetWindowRect", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle WINDOW_TEXT =
            LIBRARY.function("GetWindowTextW", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle CLASS_NAME =
            LIBRARY.function("GetClassNameW", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle THREAD_AND_PROCESS =
            LIBRARY.function("GetWindowThreadProcessId", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle WINDOW_LONG = LIBRARY.function("GetWindowLongW", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle RELATIVE = LIBRARY.function("GetWindow", JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle DOTS_PER_INCH = LIBRARY.function("GetDpiForWindow", JAVA_INT, JAVA_LONG);
    private static final MethodHandle FOREGROUND = LIBRARY.function("GetForegroundWindow", JAVA_LONG);
    private static final MethodHandle ANCESTOR = LIBRARY.function("GetAncestor", JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle FIND_WINDOW =
            LIBRARY.function("FindWindowExW", JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle SET_DISPLAY_AFFINITY =
            LIBRARY.function("SetWindowDisplayAffinity", JAVA_INT, JAVA_LONG, JAVA_INT);

    private User32() {}

    /** Of the calling thread only. @return what it was before */
    static long setThreadDpiAwareness(long context) {
        try {
            return (long) SET_THREAD_DPI_AWARENESS.invokeExact(context);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int systemMetrics(int index) {
        try {
            return (int) SYSTEM_METRICS.invokeExact(index);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Of the whole screen if the window is 0. */
    static long deviceContext(long window) {
        try {
            return (long) DEVICE_CONTEXT.invokeExact(window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int releaseDeviceContext(long window, long context) {
        try {
            return (int) RELEASE_DEVICE_CONTEXT.invokeExact(window, context);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return how many events were taken */
    static int sendInput(int count, MemorySegment inputs, int size) {
        try {
            return (int) SEND_INPUT.invokeExact(count, inputs, size);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** The lowest bit says whether a key that locks is on. */
    static short keyState(int virtualKey) {
        try {
            return (short) KEY_STATE.invokeExact(virtualKey);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long keyboardLayout(int thread) {
        try {
            return (long) KEYBOARD_LAYOUT.invokeExact(thread);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Virtual key and, above it, what has to be held with it; -1 if no key has the character. */
    static short virtualKeyOf(char character, long layout) {
        try {
            return (short) VIRTUAL_KEY_OF.invokeExact(character, layout);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int mapVirtualKey(int code, int kind, long layout) {
        try {
            return (int) MAP_VIRTUAL_KEY.invokeExact(code, kind, layout);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int cursor(MemorySegment found) {
        try {
            return (int) CURSOR.invokeExact(found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** The two bitmaps are then ours to delete. */
    static int icon(long icon, MemorySegment found) {
        try {
            return (int) ICON.invokeExact(icon, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int registerHotKey(long window, int id, int modifiers, int virtualKey) {
        try {
            return (int) REGISTER_HOT_KEY.invokeExact(window, id, modifiers, virtualKey);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Waits. @return 0 when the thread is to end, below 0 on failure */
    static int message(MemorySegment message, long window, int first, int last) {
        try {
            return (int) MESSAGE.invokeExact(message, window, first, last);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int postToThread(int thread, int message, long first, long second) {
        try {
            return (int) POST_TO_THREAD.invokeExact(thread, message, first, second);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int enumerateMonitors(long context, MemorySegment part, MemorySegment each, long data) {
        try {
            return (int) ENUMERATE_MONITORS.invokeExact(context, part, each, data);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int monitor(long monitor, MemorySegment found) {
        try {
            return (int) MONITOR.invokeExact(monitor, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** From the highest to the lowest. */
    static int enumerateWindows(MemorySegment each, long data) {
        try {
            return (int) ENUMERATE_WINDOWS.invokeExact(each, data);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int isVisible(long window) {
        try {
            return (int) IS_VISIBLE.invokeExact(window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int isMinimized(long window) {
        try {
            return (int) IS_MINIMIZED.invokeExact(window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int windowRectangle(long window, MemorySegment found) {
        try {
            return (int) WINDOW_RECTANGLE.invokeExact(window, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Does not wait for a program that hangs. @return how many units were written */
    static int windowText(long window, MemorySegment text, int room) {
        try {
            return (int) WINDOW_TEXT.invokeExact(window, text, room);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int className(long window, MemorySegment text, int room) {
        try {
            return (int) CLASS_NAME.invokeExact(window, text, room);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return the thread */
    static int threadAndProcess(long window, MemorySegment process) {
        try {
            return (int) THREAD_AND_PROCESS.invokeExact(window, process);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int windowLong(long window, int index) {
        try {
            return (int) WINDOW_LONG.invokeExact(window, index);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @return 0 if there is none */
    static long relative(long window, int kind) {
        try {
            return (long) RELATIVE.invokeExact(window, kind);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int dotsPerInch(long window) {
        try {
            return (int) DOTS_PER_INCH.invokeExact(window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long foreground() {
        try {
            return (long) FOREGROUND.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long ancestor(long window, int kind) {
        try {
            return (long) ANCESTOR.invokeExact(window, kind);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long findWindow(long parent, long after, MemorySegment className, MemorySegment title) {
        try {
            return (long) FIND_WINDOW.invokeExact(parent, after, className, title);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int setDisplayAffinity(long window, int affinity) {
        try {
            return (int) SET_DISPLAY_AFFINITY.invokeExact(window, affinity);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
