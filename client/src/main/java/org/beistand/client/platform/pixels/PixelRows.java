package org.beistand.client.platform.pixels;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/**
 * A picture in foreign memory, four bytes a pixel: blue, green, red, and one that says nothing.
 *
 * @param memory begins with the first pixel of the first row
 * @param pitch bytes from row to row, with the gap at a row's end
 */
public record PixelRows(MemorySegment memory, long pitch, int width, int height) implements Rows {
    private static final int OPAQUE = 0xFF000000;
    private static final int BYTES = 4;

    /** @throws IllegalArgumentException if the rows do not lie within the memory */
    public PixelRows {
        if (width < 0 || height < 0 || pitch < (long) BYTES * width) {
            throw new IllegalArgumentException("rows of " + pitch + " bytes for " + width + " pixels");
        }
        if (height > 0 && memory.byteSize() < pitch * (height - 1) + (long) BYTES * width) {
            throw new IllegalArgumentException("not enough memory for the picture");
        }
    }

    public int at(int x, int y) {
        return OPAQUE | memory.get(JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), offset(x, y));
    }

    @Override
    public void row(int x, int y, int count, int[] into, int at) {
        MemorySegment.copy(
                memory, JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), offset(x, y), into, at, count);
        for (int i = at; i < at + count; i++) {
            into[i] |= OPAQUE;
        }
    }

    /**
     * Copies what is seen of an area.
     *
     * @param seen in the turned picture, from its upper left corner
     * @param left where that corner stands in the picture
     */
    public void copy(Area seen, Turn turn, Picture into, int left, int top) {
        Area part = seen.intersect(turn.seen(new Area(0, 0, width, height), width, height))
                .intersect(new Area(-left, -top, into.width(), into.height()));
        if (part.isEmpty()) {
            return;
        }
        Area from = turn.unturned(part, width, height);
        int[] pixels = into.pixels();
        int first = (top + part.y()) * into.width() + left + part.x();
        if (turn == Turn.NONE) {
            for (int row = 0; row < part.height(); row++) {
                row(from.x(), from.y() + row, part.width(), pixels, first + row * into.width());
            }
            return;
        }
        // Along the rows of the memory, whichever way they run in the picture.
        int[] line = new int[from.width()];
        for (int row = 0; row < from.height(); row++) {
            row(from.x(), from.y() + row, from.width(), line, 0);
            for (int column = 0; column < from.width(); column++) {
                int at = switch (turn) {
                    case NONE -> row * into.width() + column;
                    case QUARTER -> column * into.width() + from.height() - 1 - row;
                    case HALF -> (from.height() - 1 - row) * into.width() + from.width() - 1 - column;
                    case THREE_QUARTERS -> (from.width() - 1 - column) * into.width() + row;
                };
                pixels[first + at] = line[column];
            }
        }
    }

    private long offset(int x, int y) {
        return pitch * y + (long) BYTES * x;
    }
}
