package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.foreign.NativeLibrary;

/** {@code IDXGIOutputDuplication} of {@code dxgi1_2.h}: frame after frame of one monitor. */
final class OutputDuplication extends ComObject {
    static final int ACQUIRE_NEXT_FRAME = 8;
    static final int GET_FRAME_DIRTY_RECTS = 9;
    static final int GET_FRAME_MOVE_RECTS = 10;
    static final int RELEASE_FRAME = 14;
    private static final int MOST_METADATA = 1 << 20;
    private static final MethodHandle ACQUIRE = method(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle RECTANGLES = method(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle GIVE_BACK = method(JAVA_INT);
    private static final long LAST_PRESENT = offset("LastPresentTime");
    private static final long LAST_MOUSE = offset("LastMouseUpdateTime");
    private static final long ACCUMULATED = offset("AccumulatedFrames");
    private static final long METADATA = offset("TotalMetadataBufferSize");

    OutputDuplication(MemorySegment self) {
        super(self);
    }

    private static long offset(String member) {
        return CStruct.offset(Structs.DXGI_OUTDUPL_FRAME_INFO, member);
    }

    /**
     * What is new. It has to be given back before the next one is asked for.
     *
     * @param drawn whether the picture is a new one, else only the pointer has moved
     * @param frames how many of the monitor's frames it stands for
     * @param dirty drawn on, after the moves; in the unturned picture, as all here
     * @param told whether Windows said what was drawn at all
     */
    record Frame(
            D3dTexture texture,
            boolean drawn,
            boolean pointer,
            int frames,
            boolean told,
            List<Area> dirty,
            List<Move> moves) {}

    /** @return empty if nothing happened in time */
    Optional<Frame> next(int millis) throws ComFailed {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment facts = arena.allocate(Structs.DXGI_OUTDUPL_FRAME_INFO);
            MemorySegment resource = arena.allocate(ADDRESS);
            int result = (int) ACQUIRE.invokeExact(function(ACQUIRE_NEXT_FRAME), self(), millis, facts, resource);
            if (result == ComFailed.DXGI_ERROR_WAIT_TIMEOUT) {
                return Optional.empty();
            }
            ComFailed.check(result);
            try (ComObject picture = new ComObject(resource.get(ADDRESS, 0))) {
                return Optional.of(frame(facts, new D3dTexture(picture.as(D3dTexture.ID)), arena));
            }
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }

    private Frame frame(MemorySegment facts, D3dTexture texture, Arena arena) throws ComFailed {
        boolean drawn = facts.get(JAVA_LONG, LAST_PRESENT) != 0;
        int size = facts.get(JAVA_INT, METADATA);
        boolean told = size > 0 && size <= MOST_METADATA;
        List<Area> dirty = List.of();
        List<Move> moves = List.of();
        if (drawn && told) {
            MemorySegment room = arena.allocate(size, 8);
            moves = Rectangles.moves(room, rectangles(GET_FRAME_MOVE_RECTS, room, size, arena));
            dirty = Rectangles.areas(room, rectangles(GET_FRAME_DIRTY_RECTS, room, size, arena));
        }
        return new Frame(
                texture,
                drawn,
                facts.get(JAVA_LONG, LAST_MOUSE) != 0,
                facts.get(JAVA_INT, ACCUMULATED),
                told,
                dirty,
                moves);
    }

    /** @return how many bytes were filled */
    private int rectangles(int function, MemorySegment room, int size, Arena arena) throws ComFailed {
        MemorySegment filled = arena.allocate(JAVA_INT);
        try {
            ComFailed.check((int) RECTANGLES.invokeExact(function(function), self(), size, room, filled));
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
        return filled.get(JAVA_INT, 0);
    }

    void giveBack() throws ComFailed {
        try {
            ComFailed.check((int) GIVE_BACK.invokeExact(function(RELEASE_FRAME), self()));
        } catch (ComFailed e) {
            throw e;
        } catch (Throwable impossible) {
            throw NativeLibrary.broken(impossible);
        }
    }
}
