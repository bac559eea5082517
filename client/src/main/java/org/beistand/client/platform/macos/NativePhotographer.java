package org.beistand.client.platform.macos;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.platform.macos.Geometry.Part;
import org.beistand.client.platform.macos.Geometry.Spot;
import org.beistand.client.platform.pixels.PixelRows;

/** Draws the picture of a display into memory of our own: whatever form the system has it in, there it has ours. */
final class NativePhotographer implements Photographer {
    /** {@code CGImage.h}: the first byte says nothing, words of 32 bits with the lowest byte first. So it is blue, green, red. */
    private static final int NONE_SKIP_FIRST_LITTLE = 6 | 2 << 12;

    private static final int BITS = 8;

    private final Map<Integer, Sheet> sheets = new HashMap<>();

    /** Memory that can be drawn on. */
    private record Sheet(Arena arena, MemorySegment context, PixelRows rows) {
        static Sheet of(int width, int height) {
            Arena arena = Arena.ofShared();
            MemorySegment memory = arena.allocate(4L * width * height, 16);
            MemorySegment colours = CoreGraphics.deviceColours();
            MemorySegment context = CoreGraphics.bitmapContext(
                    memory, width, height, BITS, 4L * width, colours, NONE_SKIP_FIRST_LITTLE);
            CoreGraphics.releaseColours(colours);
            return new Sheet(arena, context, new PixelRows(memory, 4L * width, width, height));
        }

        void tear() {
            if (context.address() != 0) {
                CoreGraphics.releaseContext(context);
            }
            arena.close();
        }
    }

    @Override
    public DisplayMap displays() {
        return NativeDisplays.map();
    }

    @Override
    public Optional<PixelRows> take(DisplayMap.Placed display) {
        Area area = display.area();
        int id = display.display().id();
        Sheet sheet = sheets.get(id);
        if (sheet == null
                || sheet.rows().width() != area.width()
                || sheet.rows().height() != area.height()) {
            if (sheet != null) {
                sheet.tear();
            }
            sheet = Sheet.of(area.width(), area.height());
            sheets.put(id, sheet);
        }
        MemorySegment image = DisplayImages.of(id);
        if (image.address() == 0 || sheet.context().address() == 0) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            CoreGraphics.drawImage(sheet.context(), new Part(0, 0, area.width(), area.height()).in(arena), image);
        } finally {
            CoreGraphics.releaseImage(image);
        }
        return Optional.of(sheet.rows());
    }

    @Override
    public Spot pointer() {
        MemorySegment event = CoreGraphics.event(MemorySegment.NULL);
        if (event.address() == 0) {
            return new Spot(-1, -1);
        }
        try (Arena arena = Arena.ofConfined()) {
            return Spot.of(CoreGraphics.location(arena, event));
        } finally {
            CoreFoundation.release(event);
        }
    }

    @Override
    public void close() {
        sheets.values().forEach(Sheet::tear);
        sheets.clear();
    }
}
