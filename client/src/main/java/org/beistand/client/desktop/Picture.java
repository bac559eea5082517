package org.beistand.client.desktop;

import java.util.Arrays;

/** Pixels of a screen, {@code 0xFFRRGGBB} each, row by row without gaps. */
public final class Picture {
    private final int width;
    private final int height;
    private final int[] pixels;

    public Picture(int width, int height) {
        if (width < 1 || height < 1 || width > 16_384 || height > 16_384) {
            throw new IllegalArgumentException("no picture of " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        Arrays.fill(pixels, 0xFF000000);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The array itself: whoever owns the picture writes into it. */
    public int[] pixels() {
        return pixels;
    }

    public Area area() {
        return new Area(0, 0, width, height);
    }
}
