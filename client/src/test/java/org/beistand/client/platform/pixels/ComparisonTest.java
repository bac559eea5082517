package org.beistand.client.platform.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;

    private final int[] screen = new int[WIDTH * HEIGHT];
    private final Picture picture = new Picture(WIDTH, HEIGHT);

    private List<Area> update() {
        return Comparison.update(
                new PixelRows(MemorySegment.ofArray(screen), 4L * WIDTH, WIDTH, HEIGHT), picture, 0, 0);
    }

    @Test
    void findsNothingWhereNothingChanged() {
        assertEquals(List.of(), update());
    }

    @Test
    void findsASinglePixelAndItsTile() {
        screen[70 * WIDTH + 130] = 0x123456;
        assertEquals(List.of(new Area(128, 64, 64, 64)), update());
        assertEquals(0xFF123456, picture.pixels()[70 * WIDTH + 130]);
        assertEquals(List.of(), update());
    }

    @Test
    void theTilesAtTheEdgesEndWhereThePictureEnds() {
        screen[WIDTH * HEIGHT - 1] = 1;
        assertEquals(List.of(new Area(192, 128, 8, 22)), update());
    }

    @Test
    void neighboursAreJoined() {
        screen[10 * WIDTH + 60] = 1;
        screen[10 * WIDTH + 70] = 1;
        screen[20 * WIDTH + 199] = 1;
        assertEquals(List.of(new Area(0, 0, 128, 64), new Area(192, 0, 8, 64)), update());
    }

    @Test
    void alsoThoseBelowEachOtherIfTheyAreOfOneWidth() {
        for (int y : new int[] {10, 64, 149}) {
            screen[y * WIDTH + 70] = 1;
        }
        screen[100 * WIDTH + 199] = 1;
        assertEquals(List.of(new Area(64, 0, 64, 150), new Area(192, 64, 8, 64)), update());
    }

    @Test
    void tilesStandWhereTheyStandInThePictureWhereverTheRowsBegin() {
        int[] part = new int[100 * 20];
        part[0] = part[99] = part[19 * 100 + 50] = 1;
        List<Area> changed =
                Comparison.update(new PixelRows(MemorySegment.ofArray(part), 400, 100, 20), picture, 30, 60);
        assertEquals(List.of(new Area(30, 60, 34, 4), new Area(128, 60, 2, 4), new Area(64, 64, 64, 16)), changed);
    }

    @Test
    void whateverChangesItIsAllInThePictureAndAllInTheAreas() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            int[] before = picture.pixels().clone();
            for (int i = random.nextInt(30); i > 0; i--) {
                screen[random.nextInt(screen.length)] = random.nextInt();
            }
            List<Area> changed = update();
            for (int at = 0; at < screen.length; at++) {
                int x = at % WIDTH;
                int y = at / WIDTH;
                assertEquals(0xFF000000 | screen[at], picture.pixels()[at]);
                if (before[at] != picture.pixels()[at]) {
                    assertTrue(changed.stream().anyMatch(area -> area.contains(x, y)), x + " " + y);
                }
            }
        }
    }

    @Test
    void aPartOfThePictureIsUpdatedInItsPlace() {
        int[] part = {1, 2, 3, 4};
        List<Area> changed = Comparison.update(new PixelRows(MemorySegment.ofArray(part), 8, 2, 2), picture, 199, 100);
        assertEquals(List.of(new Area(199, 100, 1, 2)), changed);
        assertArrayEquals(
                new int[] {0xFF000001, 0xFF000003},
                new int[] {picture.pixels()[100 * WIDTH + 199], picture.pixels()[101 * WIDTH + 199]});
    }

    @Test
    void rowsThatTheMemoryDoesNotHoldAreRefused() {
        MemorySegment memory = MemorySegment.ofArray(new int[8]);
        assertThrows(IllegalArgumentException.class, () -> new PixelRows(memory, 16, 4, 3));
        assertThrows(IllegalArgumentException.class, () -> new PixelRows(memory, 12, 4, 2));
        assertEquals(0xFF000000, new PixelRows(memory, 20, 3, 2).at(2, 1));
    }
}
