package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/**
 * How the server lays out a pixel of the root window, and the way from there to {@code 0xFFRRGGBB}. Eight bits for each colour in
 * words of 32 bits are accepted, in any order; everything else is refused rather than shown wrongly.
 *
 * @param visual the server's description of it
 * @param redShift how far the red byte stands from the lowest bit; so for the others
 */
record ScreenFormat(long visual, int depth, int width, int height, int redShift, int greenShift, int blueShift) {
    private static final int OPAQUE = 0xFF000000;

    /** @return empty if pictures of this screen cannot be read */
    static Optional<ScreenFormat> of(XConnection x) {
        MemorySegment attributes = x.scratch();
        if (XlibWindows.getWindowAttributes(x.display(), x.root(), attributes) == 0) {
            return Optional.empty();
        }
        long visual = attributes.get(JAVA_LONG, 24);
        int depth = attributes.get(JAVA_INT, 20);
        MemorySegment description = MemorySegment.ofAddress(visual).reinterpret(56);
        int red = shift(description.get(JAVA_LONG, 24));
        int green = shift(description.get(JAVA_LONG, 32));
        int blue = shift(description.get(JAVA_LONG, 40));
        if (depth != 24 && depth != 32 || red < 0 || green < 0 || blue < 0) {
            return Optional.empty();
        }
        return Optional.of(new ScreenFormat(
                visual, depth, attributes.get(JAVA_INT, 8), attributes.get(JAVA_INT, 12), red, green, blue));
    }

    private static int shift(long mask) {
        int shift = Long.numberOfTrailingZeros(mask);
        return shift <= 24 && mask == 0xFFL << shift ? shift : -1;
    }

    Area bounds() {
        return new Area(0, 0, width, height);
    }

    /**
     * Writes rows of the server into the picture.
     *
     * @param rows begins with the first pixel of the area
     * @param stride bytes from row to row
     * @param order of the bytes of a pixel
     */
    void copy(MemorySegment rows, long stride, ByteOrder order, Area area, Picture into) {
        int[] pixels = into.pixels();
        for (int row = 0; row < area.height(); row++) {
            int at = (area.y() + row) * into.width() + area.x();
            MemorySegment.copy(rows, JAVA_INT_UNALIGNED.withOrder(order), row * stride, pixels, at, area.width());
            finish(pixels, at, at + area.width());
        }
    }

    private void finish(int[] pixels, int from, int to) {
        if (redShift == 16 && greenShift == 8 && blueShift == 0) {
            for (int i = from; i < to; i++) {
                pixels[i] |= OPAQUE;
            }
            return;
        }
        for (int i = from; i < to; i++) {
            int pixel = pixels[i];
            pixels[i] = OPAQUE
                    | (pixel >>> redShift & 0xFF) << 16
                    | (pixel >>> greenShift & 0xFF) << 8
                    | pixel >>> blueShift & 0xFF;
        }
    }
}
