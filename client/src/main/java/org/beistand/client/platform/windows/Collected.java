package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/** Functions for Windows to call with each of many. They write it down and do nothing else: whatever one throws ends the process. */
final class Collected {
    private Collected() {}

    /** As {@code EnumWindows} calls it. */
    static MemorySegment ofWindows(List<Long> found, Arena arena) {
        return stub(
                "window",
                MethodType.methodType(int.class, List.class, long.class, long.class),
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG),
                found,
                arena);
    }

    /** As {@code EnumDisplayMonitors} calls it. */
    static MemorySegment ofMonitors(List<Long> found, Arena arena) {
        return stub(
                "monitor",
                MethodType.methodType(int.class, List.class, long.class, long.class, MemorySegment.class, long.class),
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG),
                found,
                arena);
    }

    private static MemorySegment stub(
            String name, MethodType type, FunctionDescriptor descriptor, List<Long> found, Arena arena) {
        try {
            MethodHandle each = MethodHandles.lookup()
                    .findStatic(Collected.class, name, type)
                    .bindTo(found);
            return Linker.nativeLinker().upcallStub(each, descriptor, arena);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("the function is in this class", impossible);
        }
    }

    /** @return 1: go on */
    private static int window(List<Long> found, long window, long unused) {
        found.add(window);
        return 1;
    }

    /** @return 1: go on */
    private static int monitor(List<Long> found, long monitor, long context, MemorySegment part, long unused) {
        found.add(monitor);
        return 1;
    }
}
