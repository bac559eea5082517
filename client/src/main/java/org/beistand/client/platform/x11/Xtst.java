package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * Events as if from a real mouse and keyboard.
 */
final class Xtst {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libXtst.so.6");
    private static final MethodHandle QUERY_EXTENSION =
            LIBRARY.function("XTestQueryExtension", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle FAKE_KEY_EVENT =
            LIBRARY.function("XTestFakeKeyEvent", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle FAKE_BUTTON_EVENT =
            LIBRARY.function("XTestFakeButtonEvent", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle FAKE_MOTION_EVENT =
            LIBRARY.function("XTestFakeMotionEvent", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle GRAB_CONTROL =
            LIBRARY.function("XTestGrabControl", JAVA_INT, JAVA_LONG, JAVA_INT);

    private Xtst() {}

    static int queryExtension(
            long display, MemorySegment event, MemorySegment error, MemorySegment major, MemorySegment minor) {
        try {
            return (int) QUERY_EXTENSION.invokeExact(display, event, error, major, minor);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int fakeKeyEvent(long display, int keycode, int press, long delay) {
        try {
            return (int) FAKE_KEY_EVENT.invokeExact(display, keycode, press, delay);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int fakeButtonEvent(long display, int button, int press, long delay) {
        try {
            return (int) FAKE_BUTTON_EVENT.invokeExact(display, button, press, delay);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int fakeMotionEvent(long display, int screen, int x, int y, long delay) {
        try {
            return (int) FAKE_MOTION_EVENT.invokeExact(display, screen, x, y, delay);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int grabControl(long display, int impervious) {
        try {
            return (int) GRAB_CONTROL.invokeExact(display, impervious);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
