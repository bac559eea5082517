package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * The few calls of the C library that waiting and shared memory need. Results below zero are failures.
 */
final class Libc {
    private static final NativeLibrary LIBRARY = new NativeLibrary("libc.so.6");
    private static final MethodHandle POLL = LIBRARY.function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle EVENTFD = LIBRARY.function("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle READ = LIBRARY.function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE = LIBRARY.function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = LIBRARY.function("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle SHMGET = LIBRARY.function("shmget", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SHMAT = LIBRARY.function("shmat", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SHMDT = LIBRARY.function("shmdt", JAVA_INT, JAVA_LONG);
    private static final MethodHandle SHMCTL = LIBRARY.function("shmctl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);

    private Libc() {}

    /** Waits for descriptors of 8 bytes: descriptor, what is waited for (16 bits), what came (16 bits). */
    static int poll(MemorySegment descriptors, long count, int timeoutMillis) {
        try {
            return (int) POLL.invokeExact(descriptors, count, timeoutMillis);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int eventfd(int count, int flags) {
        try {
            return (int) EVENTFD.invokeExact(count, flags);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long read(int descriptor, MemorySegment buffer, long size) {
        try {
            return (long) READ.invokeExact(descriptor, buffer, size);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long write(int descriptor, MemorySegment buffer, long size) {
        try {
            return (long) WRITE.invokeExact(descriptor, buffer, size);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int close(int descriptor) {
        try {
            return (int) CLOSE.invokeExact(descriptor);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int shmget(int key, long size, int flags) {
        try {
            return (int) SHMGET.invokeExact(key, size, flags);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static long shmat(int id, long address, int flags) {
        try {
            return (long) SHMAT.invokeExact(id, address, flags);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int shmdt(long address) {
        try {
            return (int) SHMDT.invokeExact(address);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    static int shmctl(int id, int command, long buffer) {
        try {
            return (int) SHMCTL.invokeExact(id, command, buffer);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
