package org.beistand.client.platform.pixels;

/** A picture as a system hands it over, row by row. */
public interface Rows {
    int width();

    int height();

    /** One row, or a part of it, as {@code 0xFFRRGGBB}. */
    void row(int x, int y, int count, int[] into, int at);
}
