package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** Lists, dictionaries, texts and run loops, as the headers of CoreFoundation declare them. */
final class CoreFoundation {
    private static final NativeLibrary LIBRARY =
            new NativeLibrary("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation");
    private static final MethodHandle RELEASE = LIBRARY.procedure("CFRelease", ADDRESS);
    private static final MethodHandle COUNT = LIBRARY.function("CFArrayGetCount", JAVA_LONG, ADDRESS);
    private static final MethodHandle AT = LIBRARY.function("CFArrayGetValueAtIndex", ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle VALUE = LIBRARY.function("CFDictionaryGetValue", ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle NUMBER =
            LIBRARY.function("CFNumberGetValue", JAVA_BOOLEAN, ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle TEXT =
            LIBRARY.function("CFStringGetCString", JAVA_BOOLEAN, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle STRING =
            LIBRARY.function("CFStringCreateWithCString", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle RUN_LOOP_SOURCE =
            LIBRARY.function("CFMachPortCreateRunLoopSource", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle INVALIDATE = LIBRARY.procedure("CFMachPortInvalidate", ADDRESS);
    private static final MethodHandle CURRENT_RUN_LOOP = LIBRARY.function("CFRunLoopGetCurrent", ADDRESS);
    private static final MethodHandle ADD_SOURCE = LIBRARY.procedure("CFRunLoopAddSource", ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle RUN = LIBRARY.procedure("CFRunLoopRun");
    private static final MethodHandle STOP = LIBRARY.procedure("CFRunLoopStop", ADDRESS);

    /** Whatever the loop waits for. */
    static final MemorySegment COMMON_MODES = LIBRARY.constant("kCFRunLoopCommonModes");

    private CoreFoundation() {}

    static void release(MemorySegment object) {
        try {
            RELEASE.invokeExact(object);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long count(MemorySegment array) {
        try {
            return (long) COUNT.invokeExact(array);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment at(MemorySegment array, long index) {
        try {
            return (MemorySegment) AT.invokeExact(array, index);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment value(MemorySegment dictionary, MemorySegment key) {
        try {
            return (MemorySegment) VALUE.invokeExact(dictionary, key);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static boolean number(MemorySegment number, long kind, MemorySegment found) {
        try {
            return (boolean) NUMBER.invokeExact(number, kind, found);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static boolean text(MemorySegment string, MemorySegment room, long size, int encoding) {
        try {
            return (boolean) TEXT.invokeExact(string, room, size, encoding);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment string(MemorySegment allocator, MemorySegment text, int encoding) {
        try {
            return (MemorySegment) STRING.invokeExact(allocator, text, encoding);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment runLoopSource(MemorySegment allocator, MemorySegment port, long order) {
        try {
            return (MemorySegment) RUN_LOOP_SOURCE.invokeExact(allocator, port, order);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void invalidate(MemorySegment port) {
        try {
            INVALIDATE.invokeExact(port);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static MemorySegment currentRunLoop() {
        try {
            return (MemorySegment) CURRENT_RUN_LOOP.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static void addSource(MemorySegment loop, MemorySegment source, MemorySegment mode) {
        try {
            ADD_SOURCE.invokeExact(loop, source, mode);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** Until it is stopped or has nothing more to wait for. */
    static void run() {
        try {
            RUN.invokeExact();
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** From any thread. */
    static void stop(MemorySegment loop) {
        try {
            STOP.invokeExact(loop);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
