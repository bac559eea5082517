package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.foreign.NativeLibrary;

/** {@code ID3D11Texture2D} of {@code d3d11.h}: a picture in the memory of the graphics adapter. */
final class D3dTexture extends ComObject {
    static final Guid ID = new Guid("6f15aaf2-d208-4e89-9ab4-489535d34f9c");
    static final int GET_DESC = 10;
    /** {@code DXGI_FORMAT_B8G8R8A8_UNORM} of {@code dxgiformat.h}: the only one that a duplicated output has. */
    static final int DXGI_FORMAT_B8G8R8A8_UNORM = 87;

    private static final MethodHandle DESCRIBE = procedure(ADDRESS);
    private static final long FORMAT = CStruct.offset(Structs.D3D11_TEXTURE2D_DESC, "Format");
    private static final long HEIGHT = CStruct.offset(Structs.D3D11_TEXTURE2D_DESC, "Height");

    D3dTexture(MemorySegment self) {
        super(self);
    }

    record Description(int width, int height, int format) {}

    Description describe() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(Structs.D3D11_TEXTURE2D_DESC);
            DESCRIBE.invokeExact(function(GET_DESC), self(), found);
            return new Description(found.get(JAVA_INT, 0), found.get(JAVA_INT, HEIGHT), found.get(JAVA_INT, FORMAT));
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
