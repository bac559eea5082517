package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteOrder;
import org.beistand.client.platform.foreign.NativeLibrary;

/**
 * A reference to a COM object. Its first word points to a table of functions, whose order is that of the interface's declaration
 * after those it inherits; each takes the object first.
 */
class ComObject implements AutoCloseable {
    private static final Linker LINKER = Linker.nativeLinker();
    /** From {@code IUnknown} in {@code unknwn.h}. */
    static final int QUERY_INTERFACE = 0;

    static final int RELEASE = 2;
    private static final MethodHandle ASK = method(JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle LET_GO = method(JAVA_INT);

    private final MemorySegment self;
    private boolean released;

    /** @param self takes over the reference, which {@link #close} gives back */
    ComObject(MemorySegment self) {
        this.self = self.reinterpret(ADDRESS.byteSize());
    }

    /** A function of a table, without the object in its arguments. */
    static MethodHandle method(MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(withSelf(FunctionDescriptor.of(result, arguments)));
    }

    static MethodHandle procedure(MemoryLayout... arguments) {
        return LINKER.downcallHandle(withSelf(FunctionDescriptor.ofVoid(arguments)));
    }

    private static FunctionDescriptor withSelf(FunctionDescriptor arguments) {
        return arguments.insertArgumentLayouts(0, ADDRESS);
    }

    MemorySegment self() {
        if (released) {
            throw new IllegalStateException("the object has been released");
        }
        return self;
    }

    MemorySegment function(int index) {
        MemorySegment table = self().get(ADDRESS, 0).reinterpret((index + 1) * ADDRESS.byteSize());
        return table.getAtIndex(ADDRESS, index);
    }

    /** The same object by another interface. @throws ComFailed if it has none of that kind */
    MemorySegment as(Guid wanted) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            ComFailed.check((int) ASK.invokeExact(function(QUERY_INTERFACE), self(), wanted.in(arena), found));
            return found.get(ADDRESS, 0);
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    @Override
    public void close() {
        if (!released) {
            try {
                int unused = (int) LET_GO.invokeExact(function(RELEASE), self());
            } catch (Throwable impossible) {
                throw NativeLibrary.broken(impossible);
            }
            released = true;
        }
    }

    /** A GUID as {@code guiddef.h} lays it out: 32, 16, 16 bits in the machine's order, then eight bytes. */
    record Guid(String text) {
        MemorySegment in(Arena arena) {
            String[] part = text.split("-", -1);
            MemorySegment memory = arena.allocate(16, 8);
            memory.set(JAVA_INT, 0, Integer.parseUnsignedInt(part[0], 16));
            memory.set(JAVA_SHORT, 4, (short) Integer.parseInt(part[1], 16));
            memory.set(JAVA_SHORT, 6, (short) Integer.parseInt(part[2], 16));
            memory.set(JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN), 8, Long.parseUnsignedLong(part[3] + part[4], 16));
            return memory;
        }
    }
}
