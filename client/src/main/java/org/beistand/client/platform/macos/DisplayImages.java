package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** As {@code CGDirectDisplay.h} declared it until macOS 15, whose header has it no longer; its library has. */
final class DisplayImages {
    private static final NativeLibrary LIBRARY =
            new NativeLibrary("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics");
    private static final MethodHandle OF = LIBRARY.function("CGDisplayCreateImage", ADDRESS, JAVA_INT);

    private DisplayImages() {}

    /** NULL if there is none. */
    static MemorySegment of(int display) {
        try {
            return (MemorySegment) OF.invokeExact(display);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
