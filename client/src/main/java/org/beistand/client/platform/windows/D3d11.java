package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** As {@code d3d11.h} declares it. */
final class D3d11 {
    private static final NativeLibrary LIBRARY = System32.library("d3d11");
    private static final MethodHandle CREATE_DEVICE = LIBRARY.function(
            "D3D11CreateDevice",
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_LONG,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            ADDRESS);

    private D3d11() {}

    static int createDevice(
            MemorySegment adapter,
            int driver,
            long software,
            int flags,
            MemorySegment levels,
            int levelCount,
            int version,
            MemorySegment device,
            MemorySegment level,
            MemorySegment context) {
        try {
            return (int) CREATE_DEVICE.invokeExact(
                    adapter, driver, software, flags, levels, levelCount, version, device, level, context);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
