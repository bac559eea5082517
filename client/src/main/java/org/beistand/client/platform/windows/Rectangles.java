package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.ScreenSource.Move;
import org.beistand.client.platform.foreign.CStruct;

/** {@code RECT} and what is made of it: left, top, right and bottom, the last two outside. */
final class Rectangles {
    private static final long RECT = Structs.RECT.byteSize();
    private static final long MOVE = Structs.DXGI_OUTDUPL_MOVE_RECT.byteSize();
    private static final long SOURCE = CStruct.offset(Structs.DXGI_OUTDUPL_MOVE_RECT, "SourcePoint");
    private static final long DESTINATION = CStruct.offset(Structs.DXGI_OUTDUPL_MOVE_RECT, "DestinationRect");

    private Rectangles() {}

    /** One that is inside out is empty. */
    static Area at(MemorySegment memory, long offset) {
        int left = memory.get(JAVA_INT, offset);
        int top = memory.get(JAVA_INT, offset + 4);
        int right = memory.get(JAVA_INT, offset + 8);
        int bottom = memory.get(JAVA_INT, offset + 12);
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /** @param bytes how many of the memory were filled */
    static List<Area> areas(MemorySegment memory, int bytes) {
        List<Area> areas = new ArrayList<>();
        for (long at = 0; at + RECT <= Math.min(bytes, memory.byteSize()); at += RECT) {
            areas.add(at(memory, at));
        }
        return areas;
    }

    static List<Move> moves(MemorySegment memory, int bytes) {
        List<Move> moves = new ArrayList<>();
        for (long at = 0; at + MOVE <= Math.min(bytes, memory.byteSize()); at += MOVE) {
            Area to = at(memory, at + DESTINATION);
            Area from = new Area(
                    memory.get(JAVA_INT, at + SOURCE), memory.get(JAVA_INT, at + SOURCE + 4), to.width(), to.height());
            moves.add(new Move(from, to.x(), to.y()));
        }
        return moves;
    }
}
