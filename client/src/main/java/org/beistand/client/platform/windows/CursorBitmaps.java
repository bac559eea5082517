package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.nio.ByteOrder;
import java.util.Optional;
import org.beistand.client.desktop.ScreenSource.Shape;
import org.beistand.client.platform.pixels.PixelRows;
import org.beistand.client.platform.pixels.PointerShapes;

/**
 * A pointer as Windows keeps it: colours with their opacity; colours and a mask; or, without colours, two masks one above the
 * other. Read with four bytes a pixel, a bit of a mask is white or black.
 */
final class CursorBitmaps {
    private static final int COLOUR = 0xFFFFFF;

    private CursorBitmaps() {}

    /** @param pixels {@code 0xAARRGGBB} */
    record Bitmap(int width, int height, int[] pixels) {
        static Bitmap of(PixelRows rows) {
            int[] pixels = new int[rows.width() * rows.height()];
            for (int y = 0; y < rows.height(); y++) {
                for (int x = 0; x < rows.width(); x++) {
                    pixels[y * rows.width() + x] = rows.memory()
                            .get(JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), rows.pitch() * y + 4L * x);
                }
            }
            return new Bitmap(rows.width(), rows.height(), pixels);
        }

        boolean[] bits(int from, int count) {
            boolean[] bits = new boolean[count];
            for (int i = 0; i < count; i++) {
                bits[i] = (pixels[from + i] & COLOUR) != 0;
            }
            return bits;
        }
    }

    /** @return empty if they do not fit together */
    static Optional<Shape> shape(int hotX, int hotY, Optional<Bitmap> mask, Optional<Bitmap> colours) {
        if (colours.isPresent()) {
            Bitmap in = colours.get();
            if (in.height() > PointerShapes.LARGEST) {
                return Optional.empty();
            }
            if (PointerShapes.knowsOpacity(in.pixels())) {
                return Optional.of(PointerShapes.transparent(in.width(), in.height(), hotX, hotY, in.pixels()));
            }
            return mask.filter(one -> one.width() == in.width() && one.height() == in.height())
                    .map(one -> PointerShapes.masked(
                            in.width(), in.height(), hotX, hotY, in.pixels(), one.bits(0, in.pixels().length)));
        }
        return mask.filter(one -> one.height() % 2 == 0).map(one -> {
            int height = one.height() / 2;
            int half = one.width() * height;
            return PointerShapes.monochrome(one.width(), height, hotX, hotY, one.bits(0, half), one.bits(half, half));
        });
    }
}
