package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.beistand.client.desktop.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualDeskTest {
    /** Two ways in which Windows is said to come back to a pixel. */
    private static int shifted(int step, int size) {
        return (int) ((long) step * size >> 16);
    }

    private static int scaled(int step, int size) {
        return (int) Math.round(step * (size - 1) / 65535.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 640, 1366, 1920, 2560, 3840, 3840 + 1920, 3 * 3840, 16_384})
    void everyPixelComesBackToItself(int size) {
        VirtualDesk desk = new VirtualDesk(new Area(-1920, 40, size, size));
        for (int pixel = 0; pixel < size; pixel++) {
            assertEquals(pixel, shifted(desk.x(pixel), size));
            assertEquals(pixel, scaled(desk.y(pixel), size));
        }
    }

    @Test
    void whatLiesOutsideStaysAtTheEdge() {
        VirtualDesk desk = new VirtualDesk(new Area(0, 0, 1920, 1080));
        assertEquals(desk.x(0), desk.x(-5));
        assertEquals(desk.y(1079), desk.y(70_000));
    }
}
