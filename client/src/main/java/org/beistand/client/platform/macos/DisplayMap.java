package org.beistand.client.platform.macos;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.platform.macos.Geometry.Part;
import org.beistand.client.platform.macos.Geometry.Spot;

/**
 * The displays in one picture of pixels. Each keeps its own pixels; they are put where they are in the measure of the densest one,
 * so that none can cover another. Where measures are mixed, black remains between them.
 *
 * @param placed the main one first, the others from left to right
 * @param bounds around all of them, from 0, 0 on
 */
record DisplayMap(List<Placed> placed, Area bounds) {
    private static final int MOST_PIXELS = 16_384;

    /**
     * A display as the system tells it.
     *
     * @param points where it stands on the desktop
     * @param scale pixels for each point
     */
    record Display(int id, Part points, double scale, boolean main) {}

    /** @param area where it is in the picture */
    record Placed(Display display, Area area) {
        private Spot spot(int x, int y) {
            return new Spot(
                    display.points().x() + (x - area.x() + 0.5) / display.scale(),
                    display.points().y() + (y - area.y() + 0.5) / display.scale());
        }

        private int column(double x) {
            return area.x() + (int) Math.floor((x - display.points().x()) * display.scale());
        }

        private int row(double y) {
            return area.y() + (int) Math.floor((y - display.points().y()) * display.scale());
        }
    }

    /** @param displays at least one */
    static DisplayMap of(List<Display> displays) {
        double densest = displays.stream().mapToDouble(Display::scale).max().orElse(1);
        double left =
                displays.stream().mapToDouble(one -> one.points().x()).min().orElse(0);
        double top =
                displays.stream().mapToDouble(one -> one.points().y()).min().orElse(0);
        Area all = new Area(0, 0, MOST_PIXELS, MOST_PIXELS);
        List<Placed> placed = displays.stream()
                .sorted(Comparator.comparing(Display::main)
                        .reversed()
                        .thenComparing(one -> one.points().x())
                        .thenComparing(one -> one.points().y()))
                .map(one -> new Placed(
                        one,
                        new Area(
                                        pixels(one.points().x() - left, densest),
                                        pixels(one.points().y() - top, densest),
                                        pixels(one.points().width(), one.scale()),
                                        pixels(one.points().height(), one.scale()))
                                .intersect(all)))
                .filter(one -> !one.area().isEmpty())
                .toList();
        int right = placed.stream()
                .mapToInt(one -> one.area().x() + one.area().width())
                .max()
                .orElse(1);
        int bottom = placed.stream()
                .mapToInt(one -> one.area().y() + one.area().height())
                .max()
                .orElse(1);
        return new DisplayMap(placed, new Area(0, 0, right, bottom));
    }

    private static int pixels(double points, double scale) {
        return (int) Math.round(points * scale);
    }

    List<Monitor> monitors() {
        List<Monitor> monitors = new ArrayList<>();
        for (Placed one : placed) {
            monitors.add(new Monitor(one.display().id(), "", one.area(), monitors.isEmpty(), (int)
                    Math.round(one.display().scale() * 100)));
        }
        return monitors.isEmpty() ? List.of(Monitor.whole(bounds)) : List.copyOf(monitors);
    }

    /** Where the middle of a pixel is on the desktop; of a pixel on no display, that of the nearest one that is. */
    Spot spot(int x, int y) {
        return placed.stream()
                .min(Comparator.comparingLong(one -> distance(one.area(), x, y)))
                .map(one -> one.spot(
                        Math.clamp(
                                x, one.area().x(), one.area().x() + one.area().width() - 1),
                        Math.clamp(
                                y, one.area().y(), one.area().y() + one.area().height() - 1)))
                .orElse(new Spot(0, 0));
    }

    private static long distance(Area area, int x, int y) {
        long across = Math.max(0, Math.max(area.x() - x, x - (area.x() + area.width() - 1)));
        long down = Math.max(0, Math.max(area.y() - y, y - (area.y() + area.height() - 1)));
        return across * across + down * down;
    }

    /** The pixel at a place of the desktop, as a part of one pixel; empty if there is no display. */
    Optional<Area> pixel(Spot spot) {
        return placed.stream()
                .filter(one -> one.display().points().contains(spot))
                .findFirst()
                .map(one -> new Area(one.column(spot.x()), one.row(spot.y()), 1, 1).intersect(one.area()));
    }

    /** What a part of the desktop covers in the picture, outwards to whole pixels; empty if it is on no display. */
    Optional<Area> area(Part part) {
        List<Area> covered = new ArrayList<>();
        for (Placed one : placed) {
            int left = one.column(part.x());
            int top = one.row(part.y());
            int right = one.area().x()
                    + (int) Math.ceil(
                            (part.x() + part.width() - one.display().points().x())
                                    * one.display().scale());
            int bottom = one.area().y()
                    + (int) Math.ceil(
                            (part.y() + part.height() - one.display().points().y())
                                    * one.display().scale());
            Area there =
                    new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top)).intersect(one.area());
            if (!there.isEmpty()) {
                covered.add(there);
            }
        }
        return covered.stream().reduce(DisplayMap::around);
    }

    private static Area around(Area one, Area other) {
        int left = Math.min(one.x(), other.x());
        int top = Math.min(one.y(), other.y());
        int right = Math.max(one.x() + one.width(), other.x() + other.width());
        int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
        return new Area(left, top, right - left, bottom - top);
    }
}
