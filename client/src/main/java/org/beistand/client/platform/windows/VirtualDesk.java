package org.beistand.client.platform.windows;

import org.beistand.client.desktop.Area;

/**
 * The mouse's own coordinates: 0 to 65535 over all monitors, whatever their number and scale.
 *
 * @param all every monitor, in Windows' coordinates
 */
record VirtualDesk(Area all) {
    private static final long STEPS = 65_536;

    /** @param pixel in the picture, from its left edge */
    int x(int pixel) {
        return step(pixel, all.width());
    }

    int y(int pixel) {
        return step(pixel, all.height());
    }

    /** The middle of the pixel, so that Windows comes back to the same one however it rounds. */
    private static int step(int pixel, int size) {
        int inside = Math.clamp(pixel, 0, Math.max(0, size - 1));
        return (int) ((2L * inside + 1) * STEPS / (2L * Math.max(1, size)));
    }
}
