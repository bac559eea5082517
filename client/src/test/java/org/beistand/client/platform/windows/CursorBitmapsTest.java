package org.beistand.client.platform.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.beistand.client.desktop.ScreenSource.Shape;
import org.beistand.client.platform.pixels.PixelRows;
import org.beistand.client.platform.windows.CursorBitmaps.Bitmap;
import org.junit.jupiter.api.Test;

/** The three forms in which Windows keeps a pointer. */
class CursorBitmapsTest {
    private static final int BIT = 0x00FFFFFF;

    private static Optional<Bitmap> bitmap(int width, int... pixels) {
        return Optional.of(
                Bitmap.of(new PixelRows(MemorySegment.ofArray(pixels), 4L * width, width, pixels.length / width)));
    }

    @Test
    void twoMasksStandOneAboveTheOther() {
        Shape shape = CursorBitmaps.shape(1, 0, bitmap(2, 0, BIT, BIT, 0), Optional.empty())
                .orElseThrow();
        assertEquals(1, shape.height());
        assertArrayEquals(new int[] {0xFFFFFFFF, 0}, shape.argb());
    }

    @Test
    void coloursWithOpacityNeedNoMask() {
        Shape shape = CursorBitmaps.shape(0, 0, bitmap(2, BIT, BIT), bitmap(2, 0x80FF0000, 0xFF00FF00))
                .orElseThrow();
        assertArrayEquals(new int[] {0x80800000, 0xFF00FF00}, shape.argb());
    }

    @Test
    void coloursWithoutOpacityHaveAMask() {
        Shape shape = CursorBitmaps.shape(0, 0, bitmap(2, 0, BIT), bitmap(2, 0x00FF0000, 0x00000000))
                .orElseThrow();
        assertArrayEquals(new int[] {0xFFFF0000, 0}, shape.argb());
    }

    @Test
    void whatDoesNotFitTogetherIsNoPointer() {
        assertEquals(Optional.empty(), CursorBitmaps.shape(0, 0, bitmap(1, 0, 0, 0), Optional.empty()));
        assertEquals(Optional.empty(), CursorBitmaps.shape(0, 0, bitmap(1, 0), bitmap(2, 1, 1)));
        assertEquals(Optional.empty(), CursorBitmaps.shape(0, 0, Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), CursorBitmaps.shape(0, 0, Optional.empty(), bitmap(1, new int[512])));
    }
}
