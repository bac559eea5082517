package org.beistand.client.platform.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.beistand.client.desktop.ScreenSource.Shape;
import org.junit.jupiter.api.Test;

class PointerShapesTest {
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    @Test
    void twoMasksMakeBlackWhiteNothingAndWhatInverts() {
        Shape shape = PointerShapes.monochrome(
                4, 1, 1, 0, new boolean[] {false, false, true, true}, new boolean[] {false, true, false, true});
        // The inverting pixel is black, and the free one beside it is its white edge.
        assertArrayEquals(new int[] {BLACK, WHITE, WHITE, BLACK}, shape.argb());
        assertEquals(1, shape.hotX());
    }

    @Test
    void aTextBeamThatInvertsIsSeenOnAnyGround() {
        boolean[] and = new boolean[9];
        boolean[] xor = new boolean[9];
        for (int i = 0; i < 9; i++) {
            and[i] = true;
            xor[i] = i % 3 == 1;
        }
        Shape beam = PointerShapes.monochrome(3, 3, 1, 1, and, xor);
        assertArrayEquals(new int[] {WHITE, BLACK, WHITE, WHITE, BLACK, WHITE, WHITE, BLACK, WHITE}, beam.argb());
    }

    @Test
    void theEdgeDoesNotGoRoundToTheNextRow() {
        boolean[] and = {true, true, true, true, true, true, true, true};
        boolean[] xor = {false, false, false, true, false, false, false, false};
        Shape shape = PointerShapes.monochrome(4, 2, 0, 0, and, xor);
        assertArrayEquals(new int[] {0, 0, WHITE, BLACK, 0, 0, 0, WHITE}, shape.argb());
    }

    @Test
    void coloursUnderAMaskAreOpaqueOrNotThere() {
        Shape shape = PointerShapes.masked(
                3, 1, 0, 0, new int[] {0x00112233, 0x00000000, 0x00FFFFFF}, new boolean[] {false, true, true});
        assertArrayEquals(new int[] {0xFF112233, WHITE, BLACK}, shape.argb());
    }

    @Test
    void coloursAreMultipliedByTheirOpacity() {
        Shape shape = PointerShapes.transparent(4, 1, 0, 0, new int[] {0xFF102030, 0x80FFFFFF, 0x00FFFFFF, 0x8000FF01});
        assertArrayEquals(new int[] {0xFF102030, 0x80808080, 0, 0x80008001}, shape.argb());
    }
}
