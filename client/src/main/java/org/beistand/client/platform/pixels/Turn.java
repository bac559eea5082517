package org.beistand.client.platform.pixels;

import org.beistand.client.desktop.Area;

/** How the picture of a monitor is turned, clockwise, before it is seen. The system hands it over as it was before. */
public enum Turn {
    NONE,
    QUARTER,
    HALF,
    THREE_QUARTERS;

    public boolean swapsSides() {
        return switch (this) {
            case NONE, HALF -> false;
            case QUARTER, THREE_QUARTERS -> true;
        };
    }

    /**
     * Where an area is seen.
     *
     * @param width of the picture before it is turned
     */
    public Area seen(Area area, int width, int height) {
        return switch (this) {
            case NONE -> area;
            case QUARTER -> new Area(height - area.y() - area.height(), area.x(), area.height(), area.width());
            case HALF ->
                new Area(
                        width - area.x() - area.width(),
                        height - area.y() - area.height(),
                        area.width(),
                        area.height());
            case THREE_QUARTERS -> new Area(area.y(), width - area.x() - area.width(), area.height(), area.width());
        };
    }

    /** The other way: where in the unturned picture an area that is seen comes from. */
    public Area unturned(Area seen, int width, int height) {
        return switch (this) {
            case NONE, HALF -> seen(seen, width, height);
            case QUARTER -> new Area(seen.y(), height - seen.x() - seen.width(), seen.height(), seen.width());
            case THREE_QUARTERS -> new Area(width - seen.y() - seen.height(), seen.x(), seen.height(), seen.width());
        };
    }
}
