package org.beistand.client.platform.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;

/** The monitors as Windows knows them. */
interface MonitorTable {
    /**
     * @param device for example {@code \\.\DISPLAY2}
     * @param area in Windows' coordinates
     * @param dotsPerInch 96 are 100 percent; 0 if unknown
     */
    record Found(String device, Area area, boolean primary, int dotsPerInch) {}

    List<Found> found();

    /**
     * As others want to know them.
     *
     * @param all every monitor together, in Windows' coordinates
     * @param bounds of the picture
     */
    default List<Monitor> monitors(Area all, Area bounds) {
        List<Found> visible = new ArrayList<>(found());
        visible.removeIf(one -> place(one, all, bounds).isEmpty());
        if (visible.isEmpty()) {
            return List.of(Monitor.whole(bounds));
        }
        visible.sort(Comparator.comparing(Found::primary)
                .reversed()
                .thenComparing(one -> one.area().x())
                .thenComparing(one -> one.area().y()));
        List<Monitor> monitors = new ArrayList<>();
        for (Found one : visible) {
            monitors.add(new Monitor(
                    number(one.device()).orElse(one.device().hashCode()),
                    name(one.device()),
                    place(one, all, bounds),
                    monitors.isEmpty(),
                    one.dotsPerInch() * 100 / 96));
        }
        return List.copyOf(monitors);
    }

    private static Area place(Found one, Area all, Area bounds) {
        return NativeCaptures.relative(one.area(), all).intersect(bounds);
    }

    private static String name(String device) {
        return device.startsWith("\\\\.\\") ? device.substring(4) : device;
    }

    private static OptionalInt number(String device) {
        String digits = device.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 6 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
