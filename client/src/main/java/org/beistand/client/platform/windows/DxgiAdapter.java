package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.NativeLibrary;

/** {@code IDXGIAdapter1} of {@code dxgi.h}: a graphics adapter with its outputs. */
final class DxgiAdapter extends ComObject {
    static final int ENUM_OUTPUTS = 7;
    private static final MethodHandle OUTPUT = method(JAVA_INT, JAVA_INT, ADDRESS);

    DxgiAdapter(MemorySegment self) {
        super(self);
    }

    /** @throws ComFailed with {@link ComFailed#DXGI_ERROR_NOT_FOUND} after the last one */
    DxgiOutput output(int number) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            ComFailed.check((int) OUTPUT.invokeExact(function(ENUM_OUTPUTS), self(), number, found));
            try (ComObject any = new ComObject(found.get(ADDRESS, 0))) {
                return new DxgiOutput(any.as(DxgiOutput.ID));
            }
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
