package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.platform.pixels.Comparison;
import org.beistand.client.platform.pixels.Rows;

/**
 * How the server lays out a pixel of the root window, and the way from there to {@code 0xFFRRGGBB}: words of 16 or 32 bits, in
 * which each colour has four to ten bits in a row. Everything else is refused rather than shown wrongly.
 *
 * @param visual the server's description of it
 * @param bytes of a pixel
 */
record ScreenFormat(
        long visual, int depth, int width, int height, int bytes, Channel red, Channel green, Channel blue) {
    private static final int OPAQUE = 0xFF000000;

    /** Where one colour is in a pixel. @param shift how far it stands from the lowest bit */
    record Channel(int shift, int bits) {
        private static final int FEWEST = 4;
        private static final int MOST = 10;

        static Optional<Channel> of(long mask) {
            int shift = Long.numberOfTrailingZeros(mask);
            int bits = Long.bitCount(mask);
            boolean inARow = bits >= FEWEST && bits <= MOST && mask == ((1L << bits) - 1) << shift;
            return inARow ? Optional.of(new Channel(shift, bits)) : Optional.empty();
        }

        boolean isByteAt(int place) {
            return bits == 8 && shift == place;
        }

        /** In eight bits, the darkest as 0 and the brightest as 255. */
        int of(int pixel) {
            int most = (1 << bits) - 1;
            int value = pixel >>> shift & most;
            return bits == 8 ? value : (value * 255 + most / 2) / most;
        }
    }

    /** @return empty if pictures of this screen cannot be read */
    static Optional<ScreenFormat> of(XConnection x) {
        MemorySegment attributes = x.scratch();
        if (XlibWindows.getWindowAttributes(x.display(), x.root(), attributes) == 0) {
            return Optional.empty();
        }
        long visual = attributes.get(JAVA_LONG, 24);
        int depth = attributes.get(JAVA_INT, 20);
        MemorySegment description = MemorySegment.ofAddress(visual).reinterpret(56);
        Optional<Channel> red = Channel.of(description.get(JAVA_LONG, 24));
        Optional<Channel> green = Channel.of(description.get(JAVA_LONG, 32));
        Optional<Channel> blue = Channel.of(description.get(JAVA_LONG, 40));
        if (depth < 12 || depth > 32 || red.isEmpty() || green.isEmpty() || blue.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ScreenFormat(
                visual,
                depth,
                attributes.get(JAVA_INT, 8),
                attributes.get(JAVA_INT, 12),
                depth <= 16 ? Short.BYTES : Integer.BYTES,
                red.get(),
                green.get(),
                blue.get()));
    }

    Area bounds() {
        return new Area(0, 0, width, height);
    }

    /**
     * Brings an area of the picture up to date.
     *
     * @param memory begins with the first pixel of the area
     * @param stride bytes from row to row
     * @param order of the bytes of a pixel
     * @return where it was not up to date
     */
    List<Area> update(MemorySegment memory, long stride, ByteOrder order, Area area, Picture into) {
        return Comparison.update(
                new Rows() {
                    private final short[] halves = new short[bytes == Short.BYTES ? area.width() : 0];

                    @Override
                    public int width() {
                        return area.width();
                    }

                    @Override
                    public int height() {
                        return area.height();
                    }

                    @Override
                    public void row(int x, int y, int count, int[] row, int at) {
                        long from = y * stride + (long) bytes * x;
                        if (bytes == Short.BYTES) {
                            MemorySegment.copy(memory, JAVA_SHORT_UNALIGNED.withOrder(order), from, halves, 0, count);
                            for (int i = 0; i < count; i++) {
                                row[at + i] = halves[i] & 0xFFFF;
                            }
                        } else {
                            MemorySegment.copy(memory, JAVA_INT_UNALIGNED.withOrder(order), from, row, at, count);
                        }
                        finish(row, at, at + count);
                    }
                },
                into,
                area.x(),
                area.y());
    }

    private void finish(int[] pixels, int from, int to) {
        if (red.isByteAt(16) && green.isByteAt(8) && blue.isByteAt(0)) {
            for (int i = from; i < to; i++) {
                pixels[i] |= OPAQUE;
            }
            return;
        }
        for (int i = from; i < to; i++) {
            int pixel = pixels[i];
            pixels[i] = OPAQUE | red.of(pixel) << 16 | green.of(pixel) << 8 | blue.of(pixel);
        }
    }
}
