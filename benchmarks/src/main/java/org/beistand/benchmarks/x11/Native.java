package org.beistand.benchmarks.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** The few functions of the X libraries that the bench calls, all of them with numbers and pointers only. */
final class Native {
    private static final MemoryLayout I = JAVA_INT;
    private static final MemoryLayout L = JAVA_LONG;
    private static final MemoryLayout P = ADDRESS;

    private static final SymbolLookup X = library("libX11.so.6");
    private static final SymbolLookup EXT = library("libXext.so.6");
    private static final SymbolLookup TST = library("libXtst.so.6");
    private static final SymbolLookup DAMAGE = library("libXdamage.so.1");
    private static final SymbolLookup C = Linker.nativeLinker().defaultLookup();

    static final MethodHandle SET_ERROR_HANDLER = function(X, "XSetErrorHandler", L, P);
    private static final MethodHandle SET_EXIT_HANDLER = procedure(X, "XSetIOErrorExitHandler", L, P, P);
    static final MethodHandle OPEN_DISPLAY = function(X, "XOpenDisplay", L, P);
    static final MethodHandle CLOSE_DISPLAY = function(X, "XCloseDisplay", I, L);
    static final MethodHandle ROOT = function(X, "XDefaultRootWindow", L, L);
    static final MethodHandle VISUAL = function(X, "XDefaultVisual", L, L, I);
    static final MethodHandle DEPTH = function(X, "XDefaultDepth", I, L, I);
    static final MethodHandle WIDTH = function(X, "XDisplayWidth", I, L, I);
    static final MethodHandle HEIGHT = function(X, "XDisplayHeight", I, L, I);
    static final MethodHandle CONNECTION = function(X, "XConnectionNumber", I, L);
    static final MethodHandle PENDING = function(X, "XPending", I, L);
    static final MethodHandle NEXT_EVENT = function(X, "XNextEvent", I, L, P);
    static final MethodHandle FLUSH = function(X, "XFlush", I, L);
    static final MethodHandle SYNC = function(X, "XSync", I, L, I);
    static final MethodHandle KEYCODE = function(X, "XKeysymToKeycode", I, L, L);
    static final MethodHandle SHM_CREATE_IMAGE = function(EXT, "XShmCreateImage", L, L, L, I, I, P, P, I, I);
    static final MethodHandle SHM_ATTACH = function(EXT, "XShmAttach", I, L, P);
    static final MethodHandle SHM_GET_IMAGE = function(EXT, "XShmGetImage", I, L, L, L, I, I, L);
    static final MethodHandle FAKE_MOTION = function(TST, "XTestFakeMotionEvent", I, L, I, I, I, L);
    static final MethodHandle FAKE_BUTTON = function(TST, "XTestFakeButtonEvent", I, L, I, I, L);
    static final MethodHandle FAKE_KEY = function(TST, "XTestFakeKeyEvent", I, L, I, I, L);
    static final MethodHandle DAMAGE_QUERY = function(DAMAGE, "XDamageQueryExtension", I, L, P, P);
    static final MethodHandle DAMAGE_VERSION = function(DAMAGE, "XDamageQueryVersion", I, L, P, P);
    static final MethodHandle DAMAGE_CREATE = function(DAMAGE, "XDamageCreate", L, L, L, I);
    static final MethodHandle DAMAGE_SUBTRACT = procedure(DAMAGE, "XDamageSubtract", L, L, L, L);
    static final MethodHandle SHMGET = function(C, "shmget", I, I, L, I);
    static final MethodHandle SHMAT = function(C, "shmat", L, I, P, I);
    static final MethodHandle SHMCTL = function(C, "shmctl", I, I, I, P);
    static final MethodHandle SHMDT = function(C, "shmdt", I, L);
    static final MethodHandle POLL = function(C, "poll", I, P, L, I);

    private Native() {}

    /** Without it Xlib would end this program at the first complaint, and leave behind what it has started. */
    static void survive() {
        pointer(SET_ERROR_HANDLER, handler("complained", FunctionDescriptor.of(I, L, L)));
    }

    /** The same for the end of the server, which comes before ours when a run is interrupted. */
    static void survive(long display) {
        call(SET_EXIT_HANDLER, display, handler("gone", FunctionDescriptor.ofVoid(L, L)), MemorySegment.NULL);
    }

    private static MemorySegment handler(String name, FunctionDescriptor shape) {
        try {
            MethodHandle method = MethodHandles.lookup().findStatic(Native.class, name, shape.toMethodType());
            return Linker.nativeLinker().upcallStub(method, shape, Arena.global());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What failed is seen by its result. */
    @SuppressWarnings("unused") // called by Xlib
    private static int complained(long display, long event) {
        return 0;
    }

    @SuppressWarnings("unused") // called by Xlib
    private static void gone(long display, long nothing) {}

    private static SymbolLookup library(String name) {
        return SymbolLookup.libraryLookup(name, Arena.global());
    }

    private static MethodHandle function(
            SymbolLookup library, String name, MemoryLayout result, MemoryLayout... arguments) {
        return link(library, name, FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle procedure(SymbolLookup library, String name, MemoryLayout... arguments) {
        return link(library, name, FunctionDescriptor.ofVoid(arguments));
    }

    private static MethodHandle link(SymbolLookup library, String name, FunctionDescriptor shape) {
        MemorySegment symbol = library.find(name).orElseThrow(() -> new IllegalStateException("not found: " + name));
        return Linker.nativeLinker().downcallHandle(symbol, shape);
    }

    static int number(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static long pointer(MethodHandle function, Object... arguments) {
        try {
            return (long) function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void call(MethodHandle procedure, Object... arguments) {
        try {
            procedure.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
