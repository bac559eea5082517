package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.beistand.client.desktop.Area;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.foreign.NativeLibrary;
import org.beistand.client.platform.pixels.Turn;

/** {@code IDXGIOutput1} of {@code dxgi1_2.h}: a monitor. */
final class DxgiOutput extends ComObject {
    static final Guid ID = new Guid("00cddea8-939b-4b83-a340-a685226666cc");
    static final int GET_DESC = 7;
    static final int DUPLICATE_OUTPUT = 22;
    private static final MethodHandle DESCRIBE = method(JAVA_INT, ADDRESS);
    private static final MethodHandle DUPLICATE = method(JAVA_INT, ADDRESS, ADDRESS);
    private static final long COORDINATES = CStruct.offset(Structs.DXGI_OUTPUT_DESC, "DesktopCoordinates");
    private static final long ATTACHED = CStruct.offset(Structs.DXGI_OUTPUT_DESC, "AttachedToDesktop");
    private static final long ROTATION = CStruct.offset(Structs.DXGI_OUTPUT_DESC, "Rotation");

    DxgiOutput(MemorySegment self) {
        super(self);
    }

    /** @param area in Windows' coordinates */
    record Place(Area area, Turn turn, boolean attached) {}

    Place place() throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(Structs.DXGI_OUTPUT_DESC);
            ComFailed.check((int) DESCRIBE.invokeExact(function(GET_DESC), self(), found));
            return new Place(
                    Rectangles.at(found, COORDINATES),
                    turn(found.get(JAVA_INT, ROTATION)),
                    found.get(JAVA_INT, ATTACHED) != 0);
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    /** {@code DXGI_MODE_ROTATION} of {@code dxgitype.h}. */
    static Turn turn(int rotation) {
        return switch (rotation) {
            case 2 -> Turn.QUARTER;
            case 3 -> Turn.HALF;
            case 4 -> Turn.THREE_QUARTERS;
            default -> Turn.NONE;
        };
    }

    OutputDuplication duplicate(D3dDevice device) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ADDRESS);
            ComFailed.check((int) DUPLICATE.invokeExact(function(DUPLICATE_OUTPUT), self(), device.self(), found));
            return new OutputDuplication(found.get(ADDRESS, 0));
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
