package org.beistand.client.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.beistand.client.desktop.Area;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final int SIDE = 24;

    @Test
    void isEmptyWithoutPixels() {
        assertTrue(Region.NOTHING.isEmpty());
        assertTrue(Region.of(new Area(3, 3, 0, 5)).isEmpty());
        assertFalse(Region.of(new Area(3, 3, 1, 1)).isEmpty());
    }

    @Test
    void leavesAFrameAroundAHole() {
        Region frame = Region.of(new Area(0, 0, 10, 10)).without(new Area(2, 2, 6, 6));
        assertTrue(frame.contains(0, 0));
        assertTrue(frame.contains(9, 9));
        assertTrue(frame.contains(1, 5));
        assertFalse(frame.contains(2, 2));
        assertFalse(frame.contains(7, 7));
        assertEquals(64, pixels(frame).cardinality());
    }

    @Test
    void staysAsItIsWhereNothingMeetsIt() {
        Region region = Region.of(new Area(0, 0, 4, 4));
        assertSame(region, region.without(new Area(4, 0, 4, 4)));
        assertSame(region, region.with(new Area(0, 0, 0, 0)));
    }

    /** Against sets of single pixels, thousands of times. */
    @Test
    @Tag("001-57")
    void reckonsAsSetsOfPixelsDo() {
        Random random = new Random(42);
        for (int round = 0; round < 3000; round++) {
            Region one = Region.NOTHING;
            BitSet oneBits = new BitSet();
            Region other = Region.NOTHING;
            BitSet otherBits = new BitSet();
            for (int step = 0; step < 6; step++) {
                Area area = area(random);
                if (random.nextInt(3) == 0) {
                    one = one.without(area);
                    oneBits.andNot(bits(area));
                } else {
                    one = one.with(area);
                    oneBits.or(bits(area));
                }
                Area more = area(random);
                other = other.with(more);
                otherBits.or(bits(more));
            }
            assertEquals(oneBits, pixels(one));
            assertEquals(both(oneBits, otherBits, BitSet::or), pixels(one.with(other)));
            assertEquals(both(oneBits, otherBits, BitSet::andNot), pixels(one.without(other)));
            assertEquals(both(oneBits, otherBits, BitSet::and), pixels(one.within(other)));
            Area bounds = area(random);
            assertEquals(both(oneBits, bits(bounds), BitSet::and), pixels(one.within(bounds)));
            assertTrue(one.with(other).covers(one));
        }
    }

    private static BitSet both(BitSet one, BitSet other, java.util.function.BiConsumer<BitSet, BitSet> how) {
        BitSet result = (BitSet) one.clone();
        how.accept(result, other);
        return result;
    }

    private static Area area(Random random) {
        int x = random.nextInt(SIDE);
        int y = random.nextInt(SIDE);
        return new Area(x, y, random.nextInt(SIDE - x + 1), random.nextInt(SIDE - y + 1));
    }

    private static BitSet bits(Area area) {
        BitSet bits = new BitSet();
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            bits.set(y * SIDE + area.x(), y * SIDE + area.x() + area.width());
        }
        return bits;
    }

    /** Fails if two areas overlap. */
    private static BitSet pixels(Region region) {
        BitSet bits = new BitSet();
        List<Area> areas = region.areas();
        for (Area area : areas) {
            assertFalse(area.isEmpty());
            BitSet more = bits(area);
            assertFalse(bits.intersects(more), () -> "overlapping: " + areas);
            bits.or(more);
        }
        return bits;
    }
}
