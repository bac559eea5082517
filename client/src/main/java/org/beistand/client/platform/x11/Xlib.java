package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * The connection to an X server, its events and its errors. Pointers of the library and its resource ids are plain longs here;
 * what the library reads or writes for us is a memory segment.
 */
final class Xlib {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libX11.so.6");
    private static final MethodHandle INIT_THREADS = LIBRARY.function("XInitThreads", JAVA_INT);
    private static final MethodHandle OPEN_DISPLAY = LIBRARY.function("XOpenDisplay", JAVA_LONG, ADDRESS);
    private static final MethodHandle CLOSE_DISPLAY = LIBRARY.function("XCloseDisplay", JAVA_INT, JAVA_LONG);
    private static final MethodHandle UNLOCK_DISPLAY = LIBRARY.procedure("XUnlockDisplay", JAVA_LONG);
    private static final MethodHandle CONNECTION_NUMBER = LIBRARY.function("XConnectionNumber", JAVA_INT, JAVA_LONG);
    private static final MethodHandle DEFAULT_ROOT_WINDOW =
            LIBRARY.function("XDefaultRootWindow", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle FLUSH = LIBRARY.function("XFlush", JAVA_INT, JAVA_LONG);
    private static final MethodHandle SYNC = LIBRARY.function("XSync", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle PENDING = LIBRARY.function("XPending", JAVA_INT, JAVA_LONG);
    private static final MethodHandle NEXT_EVENT = LIBRARY.function("XNextEvent", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle GET_EVENT_DATA = LIBRARY.function("XGetEventData", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle FREE_EVENT_DATA = LIBRARY.procedure("XFreeEventData", JAVA_LONG, ADDRESS);
    private static final MethodHandle FREE = LIBRARY.function("XFree", JAVA_INT, JAVA_LONG);
    private static final MethodHandle INTERN_ATOM =
            LIBRARY.function("XInternAtom", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle GET_ATOM_NAME = LIBRARY.function("XGetAtomName", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SELECT_INPUT =
            LIBRARY.function("XSelectInput", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle QUERY_EXTENSION =
            LIBRARY.function("XQueryExtension", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle QUERY_POINTER = LIBRARY.function(
            "XQueryPointer",
            JAVA_INT,
            JAVA_LONG,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            ADDRESS);
    private static final MethodHandle GRAB_SERVER = LIBRARY.function("XGrabServer", JAVA_INT, JAVA_LONG);
    private static final MethodHandle UNGRAB_SERVER = LIBRARY.function("XUngrabServer", JAVA_INT, JAVA_LONG);
    private static final MethodHandle ESET_WIRE_TO_ERROR =
            LIBRARY.function("XESetWireToError", JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MethodHandle SET_IOERROR_HANDLER =
            LIBRARY.function("XSetIOErrorHandler", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SET_IOERROR_EXIT_HANDLER =
            LIBRARY.procedure("XSetIOErrorExitHandler", JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private Xlib() {}

    static int initThreads() {
        try {
            return (int) INIT_THREADS.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** 0 if there is no such display. */
    static long openDisplay(MemorySegment name) {
        try {
            return (long) OPEN_DISPLAY.invokeExact(name);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int closeDisplay(long display) {
        try {
            return (int) CLOSE_DISPLAY.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void unlockDisplay(long display) {
        try {
            UNLOCK_DISPLAY.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int connectionNumber(long display) {
        try {
            return (int) CONNECTION_NUMBER.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long defaultRootWindow(long display) {
        try {
            return (long) DEFAULT_ROOT_WINDOW.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int flush(long display) {
        try {
            return (int) FLUSH.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int sync(long display, int discard) {
        try {
            return (int) SYNC.invokeExact(display, discard);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int pending(long display) {
        try {
            return (int) PENDING.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int nextEvent(long display, MemorySegment event) {
        try {
            return (int) NEXT_EVENT.invokeExact(display, event);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int getEventData(long display, MemorySegment cookie) {
        try {
            return (int) GET_EVENT_DATA.invokeExact(display, cookie);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void freeEventData(long display, MemorySegment cookie) {
        try {
            FREE_EVENT_DATA.invokeExact(display, cookie);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int free(long pointer) {
        try {
            return (int) FREE.invokeExact(pointer);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long internAtom(long display, MemorySegment name, int onlyIfExists) {
        try {
            return (long) INTERN_ATOM.invokeExact(display, name, onlyIfExists);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** The address of a name, to be freed; 0 if there is no such atom. */
    static long getAtomName(long display, long atom) {
        try {
            return (long) GET_ATOM_NAME.invokeExact(display, atom);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int selectInput(long display, long window, long mask) {
        try {
            return (int) SELECT_INPUT.invokeExact(display, window, mask);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int queryExtension(
            long display,
            MemorySegment name,
            MemorySegment opcode,
            MemorySegment firstEvent,
            MemorySegment firstError) {
        try {
            return (int) QUERY_EXTENSION.invokeExact(display, name, opcode, firstEvent, firstError);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int queryPointer(
            long display,
            long window,
            MemorySegment root,
            MemorySegment child,
            MemorySegment rootX,
            MemorySegment rootY,
            MemorySegment x,
            MemorySegment y,
            MemorySegment mask) {
        try {
            return (int) QUERY_POINTER.invokeExact(display, window, root, child, rootX, rootY, x, y, mask);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int grabServer(long display) {
        try {
            return (int) GRAB_SERVER.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int ungrabServer(long display) {
        try {
            return (int) UNGRAB_SERVER.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** A handler for one kind of error on one display; the process-wide one is not asked if it returns 0. */
    static long setWireToError(long display, int error, long handler) {
        try {
            return (long) ESET_WIRE_TO_ERROR.invokeExact(display, error, handler);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long setIOErrorHandler(long handler) {
        try {
            return (long) SET_IOERROR_HANDLER.invokeExact(handler);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void setIOErrorExitHandler(long display, long handler, long data) {
        try {
            SET_IOERROR_EXIT_HANDLER.invokeExact(display, handler, data);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
