package org.beistand.client.platform.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnTest {
    private static final int WIDTH = 7;
    private static final int HEIGHT = 5;
    private static final int GAP = 3;

    /** Each pixel tells where it was. */
    private static PixelRows rows() {
        int pitch = WIDTH + GAP;
        int[] pixels = new int[pitch * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y * pitch + x] = x << 8 | y;
            }
        }
        return new PixelRows(MemorySegment.ofArray(pixels), 4L * pitch, WIDTH, HEIGHT);
    }

    /** Seen from the person who turned her monitor clockwise: what was the left edge is on top now, and so on. */
    @Test
    void aQuarterBringsTheLeftEdgeToTheTop() {
        assertEquals(new Area(HEIGHT - 1, 0, 1, 1), Turn.QUARTER.seen(new Area(0, 0, 1, 1), WIDTH, HEIGHT));
        assertEquals(new Area(0, WIDTH - 1, 1, 1), Turn.QUARTER.seen(new Area(6, 4, 1, 1), WIDTH, HEIGHT));
        assertEquals(new Area(2, 1, 2, 3), Turn.QUARTER.seen(new Area(1, 1, 3, 2), WIDTH, HEIGHT));
        assertEquals(new Area(0, WIDTH - 1, 1, 1), Turn.THREE_QUARTERS.seen(new Area(0, 0, 1, 1), WIDTH, HEIGHT));
        assertEquals(new Area(3, 2, 3, 2), Turn.HALF.seen(new Area(1, 1, 3, 2), WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource
    void fourTurnsOfAnAreaAreNone(Turn turn) {
        Area area = new Area(1, 2, 3, 2);
        int width = turn.swapsSides() ? HEIGHT : WIDTH;
        int height = turn.swapsSides() ? WIDTH : HEIGHT;
        Area once = turn.seen(area, WIDTH, HEIGHT);
        assertEquals(area, turn.unturned(once, WIDTH, HEIGHT));
        Area twice = turn.seen(once, width, height);
        Area thrice = turn.seen(twice, WIDTH, HEIGHT);
        assertEquals(area, turn.seen(thrice, width, height));
    }

    @ParameterizedTest
    @EnumSource
    void everyPixelIsCopiedToWhereItIsSeen(Turn turn) {
        Area all = turn.seen(new Area(0, 0, WIDTH, HEIGHT), WIDTH, HEIGHT);
        Picture into = new Picture(all.width() + 4, all.height() + 3);
        rows().copy(all, turn, into, 2, 1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                Area seen = turn.seen(new Area(x, y, 1, 1), WIDTH, HEIGHT);
                assertEquals(
                        0xFF000000 | x << 8 | y,
                        into.pixels()[(1 + seen.y()) * into.width() + 2 + seen.x()],
                        turn + " " + x + " " + y);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartIsCopiedAndNothingAroundIt(Turn turn) {
        Area all = turn.seen(new Area(0, 0, WIDTH, HEIGHT), WIDTH, HEIGHT);
        Picture whole = new Picture(all.width(), all.height());
        rows().copy(all, turn, whole, 0, 0);
        Area part = new Area(1, 2, 3, 2);
        Picture into = new Picture(all.width(), all.height());
        rows().copy(part, turn, into, 0, 0);
        int[] wanted = IntStream.range(0, whole.pixels().length)
                .map(i -> part.contains(i % all.width(), i / all.width()) ? whole.pixels()[i] : 0xFF000000)
                .toArray();
        assertArrayEquals(wanted, into.pixels());
    }

    @Test
    void whatStandsOutsideThePictureIsLeftOut() {
        Picture into = new Picture(4, 4);
        for (List<Integer> corner : List.of(List.of(-3, -2), List.of(2, 3), List.of(40, 0))) {
            rows().copy(new Area(-5, -5, 50, 50), Turn.NONE, into, corner.get(0), corner.get(1));
        }
        assertEquals(0xFF000000 | 3 << 8 | 2, into.pixels()[0]);
        assertEquals(0xFF000000, into.pixels()[14]);
        assertEquals(0xFF000000 | 1 << 8, into.pixels()[15]);
    }
}
