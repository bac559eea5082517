package org.beistand.client.platform.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.platform.foreign.CStruct;
import org.beistand.client.platform.macos.DisplayMap.Display;
import org.beistand.client.platform.macos.DisplayMap.Placed;
import org.beistand.client.platform.macos.Geometry.Part;
import org.beistand.client.platform.macos.Geometry.Spot;
import org.junit.jupiter.api.Test;

/** A notebook of 1440 x 900 points with two pixels for each, and left of it a display of 1920 x 1080 with one. */
class DisplayMapTest {
    private static final Display NOTEBOOK = new Display(1, new Part(0, 0, 1440, 900), 2, true);
    private static final Display OUTER = new Display(2, new Part(-1920, -180, 1920, 1080), 1, false);
    private static final DisplayMap MAP = DisplayMap.of(List.of(OUTER, NOTEBOOK));

    @Test
    void theMainDisplayIsFirstAndEachHasItsOwnPixels() {
        assertEquals(
                List.of(
                        new Monitor(1, "", new Area(3840, 360, 2880, 1800), true, 200),
                        new Monitor(2, "", new Area(0, 0, 1920, 1080), false, 100)),
                MAP.monitors());
        assertEquals(new Area(0, 0, 6720, 2160), MAP.bounds());
    }

    @Test
    void everyPixelOfADisplayComesBackToItself() {
        Random random = new Random(4);
        for (Placed one : MAP.placed()) {
            Area area = one.area();
            for (int i = 0; i < 2000; i++) {
                int x = area.x() + (i == 0 ? area.width() - 1 : random.nextInt(area.width()));
                int y = area.y() + (i == 0 ? area.height() - 1 : random.nextInt(area.height()));
                Spot spot = MAP.spot(x, y);
                assertTrue(one.display().points().contains(spot));
                assertEquals(Optional.of(new Area(x, y, 1, 1)), MAP.pixel(spot));
            }
        }
    }

    @Test
    void theSecondPixelOfAPointIsHalfAPointFurther() {
        assertEquals(new Spot(0.25, 0.25), MAP.spot(3840, 360));
        assertEquals(new Spot(0.75, 0.25), MAP.spot(3841, 360));
        assertEquals(new Spot(-1919.5, -179.5), MAP.spot(0, 0));
    }

    @Test
    void theBlackBetweenThemBelongsToTheNearest() {
        assertEquals(new Spot(-0.5, -79.5), MAP.spot(2000, 100));
        assertEquals(new Spot(0.25, 70.25), MAP.spot(3800, 500));
        assertEquals(Optional.empty(), MAP.pixel(new Spot(10, -5)));
    }

    @Test
    void aWindowCoversWhatItTouchesOnEachDisplay() {
        assertEquals(Optional.of(new Area(3840, 360, 201, 20)), MAP.area(new Part(0, 0, 100.1, 10)));
        // Ten points on each: from the right end of the one to the left end of the other.
        assertEquals(Optional.of(new Area(1910, 180, 1950, 200)), MAP.area(new Part(-10, 0, 20, 10)));
        assertEquals(Optional.empty(), MAP.area(new Part(5000, 5000, 10, 10)));
        assertEquals(Optional.empty(), MAP.area(new Part(0, 0, 0, 10)));
    }

    @Test
    void withoutADisplayThereIsStillAPicture() {
        DisplayMap none = DisplayMap.of(List.of());
        assertEquals(new Area(0, 0, 1, 1), none.bounds());
        assertEquals(List.of(Monitor.whole(none.bounds())), none.monitors());
        assertEquals(new Spot(0, 0), none.spot(5, 5));
    }

    /** CGGeometry.h on 64 bits: a CGFloat is a double. */
    @Test
    void rectanglesAreFourDoubles() {
        assertEquals(16, Geometry.POINT.byteSize());
        assertEquals(32, Geometry.RECT.byteSize());
        assertEquals(8, CStruct.offset(Geometry.RECT, "origin", "y"));
        assertEquals(24, CStruct.offset(Geometry.RECT, "size", "height"));
    }
}
