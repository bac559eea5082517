package org.beistand.client.platform.macos;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.platform.macos.DisplayMap.Display;
import org.beistand.client.platform.macos.Geometry.Part;

/** The displays that are on. */
final class NativeDisplays {
    private static final int MOST = 16;

    private NativeDisplays() {}

    static DisplayMap map() {
        List<Display> displays = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(JAVA_INT, MOST);
            MemorySegment count = arena.allocate(JAVA_INT);
            if (CoreGraphics.activeDisplays(MOST, found, count) == 0) {
                for (int i = 0; i < Math.clamp(count.get(JAVA_INT, 0), 0, MOST); i++) {
                    int id = found.getAtIndex(JAVA_INT, i);
                    displays.add(new Display(id, Part.of(CoreGraphics.displayBounds(arena, id)), scale(id), i == 0));
                }
            }
        }
        return DisplayMap.of(displays);
    }

    private static double scale(int display) {
        MemorySegment mode = CoreGraphics.displayMode(display);
        if (mode.address() == 0) {
            return 1;
        }
        long points = CoreGraphics.modeWidth(mode);
        long pixels = CoreGraphics.modePixelWidth(mode);
        CoreGraphics.releaseMode(mode);
        return points > 0 && pixels > 0 ? (double) pixels / points : 1;
    }
}
