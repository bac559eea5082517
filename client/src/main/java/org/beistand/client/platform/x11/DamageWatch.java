package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.protocol.value.Reason;

/** Where something was drawn on the screen since it was last asked. The server counts; it speaks up once and then is silent. */
final class DamageWatch {
    private static final int NON_EMPTY = 3;

    private final XConnection x;
    private final long damage;
    private final long region;
    private final int event;

    DamageWatch(XConnection x) throws DesktopException {
        this.x = x;
        MemorySegment numbers = x.scratch();
        if (Xfixes.queryExtension(x.display(), numbers, numbers.asSlice(4)) == 0
                || Xdamage.queryExtension(x.display(), numbers, numbers.asSlice(4)) == 0) {
            throw new DesktopException(Reason.SCREEN_NOT_CAPTURED, "the X server has no DAMAGE extension");
        }
        this.event = numbers.get(JAVA_INT, 0);
        ask(numbers, 5, 0);
        Xfixes.queryVersion(x.display(), numbers, numbers.asSlice(4));
        ask(numbers, 1, 1);
        Xdamage.queryVersion(x.display(), numbers, numbers.asSlice(4));
        this.damage = Xdamage.create(x.display(), x.root(), NON_EMPTY);
        this.region = Xfixes.createRegion(x.display(), MemorySegment.NULL, 0);
    }

    private static void ask(MemorySegment numbers, int major, int minor) {
        numbers.set(JAVA_INT, 0, major);
        numbers.set(JAVA_INT, 4, minor);
    }

    boolean isDamage(int type) {
        return type == event;
    }

    /** @return within the bounds all that was drawn on since the last call, in the order of the upper edges */
    List<Area> take(Area bounds) {
        Xdamage.subtract(x.display(), damage, 0, region);
        MemorySegment count = x.scratch();
        long found = Xfixes.fetchRegion(x.display(), region, count);
        if (found == 0) {
            return List.of();
        }
        int rectangles = count.get(JAVA_INT, 0);
        MemorySegment list = MemorySegment.ofAddress(found).reinterpret(8L * rectangles);
        List<Area> areas = new ArrayList<>(rectangles);
        for (int i = 0; i < rectangles; i++) {
            Area area = new Area(
                            list.get(JAVA_SHORT, 8L * i),
                            list.get(JAVA_SHORT, 8L * i + 2),
                            list.get(JAVA_SHORT, 8L * i + 4) & 0xFFFF,
                            list.get(JAVA_SHORT, 8L * i + 6) & 0xFFFF)
                    .intersect(bounds);
            if (!area.isEmpty()) {
                areas.add(area);
            }
        }
        Xlib.free(found);
        return areas;
    }
}
