package org.beistand.client.platform.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * A shared library of the system, loaded for the life of the process. A library or function that is not there ends the class
 * that wanted it with a {@link LinkageError}, which the platform's desktop turns into a reason for the person.
 */
public final class NativeLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private final String name;
    private final SymbolLookup symbols;

    /** @param name as the system's own loader takes it, with or without a path */
    public NativeLibrary(String name) {
        this.name = name;
        try {
            this.symbols = SymbolLookup.libraryLookup(name, Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new UnsatisfiedLinkError(name + " is not installed");
        }
    }

    public MethodHandle function(String function, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(address(function), FunctionDescriptor.of(result, arguments));
    }

    public MethodHandle procedure(String function, MemoryLayout... arguments) {
        return LINKER.downcallHandle(address(function), FunctionDescriptor.ofVoid(arguments));
    }

    /** A pointer that the library exports under a name, there for as long as the library is. */
    public MemorySegment constant(String constant) {
        return address(constant).reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    private MemorySegment address(String function) {
        return symbols.find(function).orElseThrow(() -> new UnsatisfiedLinkError(function + " is not in " + name));
    }

    /** A call into native code throws nothing of its own, so this is an error of ours. */
    public static RuntimeException broken(Throwable impossible) {
        if (impossible instanceof Error error) {
            throw error;
        }
        if (impossible instanceof RuntimeException unchecked) {
            return unchecked;
        }
        return new IllegalStateException(impossible);
    }
}
