package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** {@code IDXGIFactory1} of {@code dxgi.h}, and with it the graphics adapters. */
final class DxgiFactory extends ComObject {
    static final Guid ID = new Guid("770aae78-f26f-4dba-a829-253c83d1b387");
    static final int ENUM_ADAPTERS_1 = 12;
    static final int IS_CURRENT = 13;
    private static final MethodHandle ADAPTER = method(JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle CURRENT = method(JAVA_INT);

    DxgiFactory(MemorySegment self) {
        super(self);
    }

    /** @throws ComFailed with {@link ComFailed#DXGI_ERROR_NOT_FOUND} after the last one */
    DxgiAdapter adapter(int number) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            ComFailed.check((int) ADAPTER.invokeExact(function(ENUM_ADAPTERS_1), self(), number, found));
            return new DxgiAdapter(found.get(ADDRESS, 0));
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** False once an adapter or a monitor has come or gone. */
    boolean isCurrent() {
        try {
            return (int) CURRENT.invokeExact(function(IS_CURRENT), self()) != 0;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
