package org.beistand.client.release;

import java.util.ArrayList;
import java.util.List;
import org.beistand.client.desktop.Area;

/** A set of pixels. Never changed: every answer is another set. */
public final class Region {
    public static final Region NOTHING = new Region(List.of());

    /** Of areas that do not overlap, none of them empty. */
    private final List<Area> areas;

    private Region(List<Area> areas) {
        this.areas = areas;
    }

    public static Region of(Area area) {
        return area.isEmpty() ? NOTHING : new Region(List.of(area));
    }

    public static Region of(List<Area> areas) {
        Region all = NOTHING;
        for (Area area : areas) {
            all = all.with(area);
        }
        return all;
    }

    /** Areas that do not overlap and make it up together. */
    public List<Area> areas() {
        return List.copyOf(areas);
    }

    public boolean isEmpty() {
        return areas.isEmpty();
    }

    /** Of how many areas it is made: what it costs. */
    public int pieces() {
        return areas.size();
    }

    public boolean contains(int x, int y) {
        return areas.stream().anyMatch(area -> area.contains(x, y));
    }

    public Region with(Area more) {
        if (more.isEmpty() || areas.contains(more)) {
            return this;
        }
        List<Area> all = new ArrayList<>(without(more).areas);
        all.add(more);
        return new Region(all);
    }

    public Region with(Region more) {
        if (areas.isEmpty()) {
            return more;
        }
        Region all = this;
        for (Area area : more.areas) {
            all = all.with(area);
        }
        return all;
    }

    public Region without(Area less) {
        if (less.isEmpty()
                || areas.stream().allMatch(area -> area.intersect(less).isEmpty())) {
            return this;
        }
        List<Area> left = new ArrayList<>(areas.size() + 3);
        for (Area area : areas) {
            cut(area, area.intersect(less), left);
        }
        return new Region(left);
    }

    public Region without(Region less) {
        Region left = this;
        for (Area area : less.areas) {
            left = left.without(area);
        }
        return left;
    }

    public Region within(Area bounds) {
        List<Area> inside = new ArrayList<>(areas.size());
        for (Area area : areas) {
            Area both = area.intersect(bounds);
            if (!both.isEmpty()) {
                inside.add(both);
            }
        }
        return new Region(inside);
    }

    public Region within(Region bounds) {
        List<Area> inside = new ArrayList<>();
        for (Area area : bounds.areas) {
            inside.addAll(within(area).areas);
        }
        return new Region(inside);
    }

    public Region movedBy(int dx, int dy) {
        return new Region(areas.stream()
                .map(area -> new Area(area.x() + dx, area.y() + dy, area.width(), area.height()))
                .toList());
    }

    /** Above the hole, left and right of it, below it. */
    private static void cut(Area area, Area hole, List<Area> into) {
        if (hole.isEmpty()) {
            into.add(area);
            return;
        }
        int right = area.x() + area.width();
        int bottom = area.y() + area.height();
        int holeRight = hole.x() + hole.width();
        int holeBottom = hole.y() + hole.height();
        add(area.x(), area.y(), area.width(), hole.y() - area.y(), into);
        add(area.x(), hole.y(), hole.x() - area.x(), hole.height(), into);
        add(holeRight, hole.y(), right - holeRight, hole.height(), into);
        add(area.x(), holeBottom, area.width(), bottom - holeBottom, into);
    }

    private static void add(int x, int y, int width, int height, List<Area> into) {
        if (width > 0 && height > 0) {
            into.add(new Area(x, y, width, height));
        }
    }

    /** Whether both hold the same pixels, however they are cut up. */
    public boolean covers(Region other) {
        return other.without(this).isEmpty();
    }

    @Override
    public String toString() {
        return areas.toString();
    }
}
