package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.desktop.Area;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.foreign.NativeLibrary;
import org.beistand.client.platform.pixels.PixelRows;

/** {@code ID3D11Device} of {@code d3d11.h} with its immediate {@code ID3D11DeviceContext}: copies pictures to where we can read them. */
final class D3dDevice extends ComObject {
    static final int CREATE_TEXTURE_2D = 5;
    static final int MAP = 14;
    static final int UNMAP = 15;
    static final int COPY_SUBRESOURCE_REGION = 46;
    private static final int D3D11_USAGE_STAGING = 3;
    private static final int D3D11_CPU_ACCESS_READ = 0x20000;
    private static final int D3D11_MAP_READ = 1;
    private static final MethodHandle CREATE_TEXTURE = method(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle MAP_IT = method(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle UNMAP_IT = procedure(ADDRESS, JAVA_INT);
    private static final MethodHandle COPY =
            procedure(ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final long ROW_PITCH = CStruct.offset(Structs.D3D11_MAPPED_SUBRESOURCE, "RowPitch");

    private final ComObject context;

    /** @param context takes over the reference, as of the device */
    D3dDevice(MemorySegment self, MemorySegment context) {
        super(self);
        this.context = new ComObject(context);
    }

    /** A picture that can be read by us. */
    D3dTexture readable(int width, int height) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wanted = arena.allocate(Structs.D3D11_TEXTURE2D_DESC);
            set(wanted, width, "Width");
            set(wanted, height, "Height");
            set(wanted, 1, "MipLevels");
            set(wanted, 1, "ArraySize");
            set(wanted, D3dTexture.DXGI_FORMAT_B8G8R8A8_UNORM, "Format");
            set(wanted, 1, "SampleDesc", "Count");
            set(wanted, D3D11_USAGE_STAGING, "Usage");
            set(wanted, D3D11_CPU_ACCESS_READ, "CPUAccessFlags");
            MemorySegment made = arena.allocate(ADDRESS);
            ComFailed.check((int)
                    CREATE_TEXTURE.invokeExact(function(CREATE_TEXTURE_2D), self(), wanted, MemorySegment.NULL, made));
            return new D3dTexture(made.get(ADDRESS, 0));
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    private static void set(MemorySegment struct, int value, String... member) {
        struct.set(JAVA_INT, CStruct.offset(Structs.D3D11_TEXTURE2D_DESC, member), value);
    }

    /** To the same place in the other picture. */
    void copy(Area area, D3dTexture from, D3dTexture to) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment box = arena.allocate(Structs.D3D11_BOX);
            box.set(JAVA_INT, 0, area.x());
            box.set(JAVA_INT, 4, area.y());
            box.set(JAVA_INT, 12, area.x() + area.width());
            box.set(JAVA_INT, 16, area.y() + area.height());
            box.set(JAVA_INT, 20, 1);
            COPY.invokeExact(
                    context.function(COPY_SUBRESOURCE_REGION),
                    context.self(),
                    to.self(),
                    0,
                    area.x(),
                    area.y(),
                    0,
                    from.self(),
                    0,
                    box);
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    interface Reading {
        void read(PixelRows rows);
    }

    /** @param texture made by {@link #readable} */
    void read(D3dTexture texture, int width, int height, Reading reading) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mapped = arena.allocate(Structs.D3D11_MAPPED_SUBRESOURCE);
            ComFailed.check((int) MAP_IT.invokeExact(
                    context.function(MAP), context.self(), texture.self(), 0, D3D11_MAP_READ, 0, mapped));
            try {
                int pitch = mapped.get(JAVA_INT, ROW_PITCH);
                MemorySegment pixels = mapped.get(ADDRESS, 0).reinterpret((long) pitch * height);
                reading.read(new PixelRows(pixels, pitch, width, height));
            } finally {
                UNMAP_IT.invokeExact(context.function(UNMAP), context.self(), texture.self(), 0);
            }
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    @Override
    public void close() {
        context.close();
        super.close();
    }
}
