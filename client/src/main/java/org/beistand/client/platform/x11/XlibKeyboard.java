package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * The keyboard's map, its state and key grabs.
 */
final class XlibKeyboard {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libX11.so.6");
    private static final MethodHandle DISPLAY_KEYCODES =
            LIBRARY.function("XDisplayKeycodes", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle GET_KEYBOARD_MAPPING =
            LIBRARY.function("XGetKeyboardMapping", JAVA_LONG, JAVA_LONG, JAVA_BYTE, JAVA_INT, ADDRESS);
    private static final MethodHandle CHANGE_KEYBOARD_MAPPING =
            LIBRARY.function("XChangeKeyboardMapping", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle REFRESH_KEYBOARD_MAPPING =
            LIBRARY.function("XRefreshKeyboardMapping", JAVA_INT, ADDRESS);
    private static final MethodHandle KEYSYM_TO_KEYCODE =
            LIBRARY.function("XKeysymToKeycode", JAVA_BYTE, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GET_MODIFIER_MAPPING =
            LIBRARY.function("XGetModifierMapping", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle FREE_MODIFIERMAP = LIBRARY.function("XFreeModifiermap", JAVA_INT, JAVA_LONG);
    private static final MethodHandle GRAB_KEY = LIBRARY.function(
            "XGrabKey", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle UNGRAB_KEY =
            LIBRARY.function("XUngrabKey", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle QUERY_EXTENSION =
            LIBRARY.function("XkbQueryExtension", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle GET_STATE =
            LIBRARY.function("XkbGetState", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle LOOKUP_KEY_SYM =
            LIBRARY.function("XkbLookupKeySym", JAVA_INT, JAVA_LONG, JAVA_BYTE, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle CHANGE_ENABLED_CONTROLS =
            LIBRARY.function("XkbChangeEnabledControls", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle GET_KEYBOARD_CONTROL =
            LIBRARY.function("XGetKeyboardControl", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle QUERY_KEYMAP = LIBRARY.function("XQueryKeymap", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle AUTO_REPEAT_ON = LIBRARY.function("XAutoRepeatOn", JAVA_INT, JAVA_LONG);

    private XlibKeyboard() {}

    static int displayKeycodes(long display, MemorySegment lowest, MemorySegment highest) {
        try {
            return (int) DISPLAY_KEYCODES.invokeExact(display, lowest, highest);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long getKeyboardMapping(long display, byte first, int count, MemorySegment symbolsPerKeycode) {
        try {
            return (long) GET_KEYBOARD_MAPPING.invokeExact(display, first, count, symbolsPerKeycode);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int changeKeyboardMapping(long display, int first, int symbolsPerKeycode, MemorySegment symbols, int count) {
        try {
            return (int) CHANGE_KEYBOARD_MAPPING.invokeExact(display, first, symbolsPerKeycode, symbols, count);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int refreshKeyboardMapping(MemorySegment event) {
        try {
            return (int) REFRESH_KEYBOARD_MAPPING.invokeExact(event);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static byte keysymToKeycode(long display, long symbol) {
        try {
            return (byte) KEYSYM_TO_KEYCODE.invokeExact(display, symbol);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long getModifierMapping(long display) {
        try {
            return (long) GET_MODIFIER_MAPPING.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int freeModifiermap(long map) {
        try {
            return (int) FREE_MODIFIERMAP.invokeExact(map);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int grabKey(
            long display, int keycode, int modifiers, long window, int ownerEvents, int pointerMode, int keyboardMode) {
        try {
            return (int)
                    GRAB_KEY.invokeExact(display, keycode, modifiers, window, ownerEvents, pointerMode, keyboardMode);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int ungrabKey(long display, int keycode, int modifiers, long window) {
        try {
            return (int) UNGRAB_KEY.invokeExact(display, keycode, modifiers, window);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int queryExtension(
            long display,
            MemorySegment opcode,
            MemorySegment event,
            MemorySegment error,
            MemorySegment major,
            MemorySegment minor) {
        try {
            return (int) QUERY_EXTENSION.invokeExact(display, opcode, event, error, major, minor);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getState(long display, int device, MemorySegment state) {
        try {
            return (int) GET_STATE.invokeExact(display, device, state);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int lookupKeySym(long display, byte keycode, int modifiers, MemorySegment consumed, MemorySegment symbol) {
        try {
            return (int) LOOKUP_KEY_SYM.invokeExact(display, keycode, modifiers, consumed, symbol);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int changeEnabledControls(long display, int device, int which, int on) {
        try {
            return (int) CHANGE_ENABLED_CONTROLS.invokeExact(display, device, which, on);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getKeyboardControl(long display, MemorySegment state) {
        try {
            return (int) GET_KEYBOARD_CONTROL.invokeExact(display, state);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** @param down 32 bytes: a bit for each keycode */
    static int queryKeymap(long display, MemorySegment down) {
        try {
            return (int) QUERY_KEYMAP.invokeExact(display, down);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int autoRepeatOn(long display) {
        try {
            return (int) AUTO_REPEAT_ON.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
