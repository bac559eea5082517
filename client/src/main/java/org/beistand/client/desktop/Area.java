package org.beistand.client.desktop;

/**
 * A rectangle of the screen in physical pixels.
 *
 * @param width may be zero, never negative
 */
public record Area(int x, int y, int width, int height) {
    public Area {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a negative size");
        }
    }

    public boolean contains(int px, int py) {
        return px >= x && py >= y && px - x < width && py - y < height;
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    public Area intersect(Area other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        int right = Math.min(x + width, other.x + other.width);
        int bottom = Math.min(y + height, other.y + other.height);
        return right <= left || bottom <= top
                ? new Area(left, top, 0, 0)
                : new Area(left, top, right - left, bottom - top);
    }
}
