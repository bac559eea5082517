package org.beistand.client.platform.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.client.platform.pixels.PixelRows;
import org.beistand.client.platform.pixels.Turn;

/** Copies just the part that is looked at. An output can be duplicated only once by a program, and the screen does that. */
final class CopiedGlance implements Glance {
    private static final int MOST_PIXELS = 16_384;

    @Override
    public Area bounds() {
        Area all = NativeInjection.wholeScreen();
        return new Area(0, 0, Math.clamp(all.width(), 1, MOST_PIXELS), Math.clamp(all.height(), 1, MOST_PIXELS));
    }

    @Override
    public Optional<Picture> look(Area area) {
        Area all = NativeInjection.wholeScreen();
        try (Arena arena = Arena.ofConfined();
                Dpi unused = Dpi.pixels()) {
            long screen = User32.deviceContext(0);
            long context = Gdi32.createContext(screen);
            MemorySegment bits = arena.allocate(ADDRESS);
            MemorySegment description = CopiedDesktop.description(area.width(), area.height(), arena);
            long bitmap = Gdi32.createSection(context, description, 0, bits, 0, 0);
            Optional<Picture> seen = Optional.empty();
            if (screen != 0 && context != 0 && bitmap != 0) {
                long before = Gdi32.select(context, bitmap);
                if (CopiedDesktop.copied(screen, context, area, all)) {
                    seen = Optional.of(picture(bits.get(ADDRESS, 0), area));
                }
                Gdi32.select(context, before);
            }
            Gdi32.delete(bitmap);
            Gdi32.deleteContext(context);
            User32.releaseDeviceContext(0, screen);
            return seen;
        }
    }

    private static Picture picture(MemorySegment pixels, Area area) {
        Picture part = new Picture(area.width(), area.height());
        long pitch = 4L * area.width();
        new PixelRows(pixels.reinterpret(pitch * area.height()), pitch, area.width(), area.height())
                .copy(part.area(), Turn.NONE, part, 0, 0);
        return part;
    }

    @Override
    public void close() {}
}
