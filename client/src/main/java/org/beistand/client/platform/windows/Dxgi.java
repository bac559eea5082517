package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** The door to the graphics adapters, as {@code dxgi.h} declares it. */
final class Dxgi {
    private static final NativeLibrary LIBRARY = System32.library("dxgi");
    private static final MethodHandle CREATE_FACTORY =
            LIBRARY.function("CreateDXGIFactory1", JAVA_INT, ADDRESS, ADDRESS);

    private Dxgi() {}

    static int createFactory(MemorySegment id, MemorySegment made) {
        try {
            return (int) CREATE_FACTORY.invokeExact(id, made);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
