package org.beistand.client.platform.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.platform.macos.DisplayMap.Display;
import org.beistand.client.platform.macos.Geometry.Part;
import org.beistand.client.platform.macos.Geometry.Spot;
import org.beistand.client.platform.pixels.PixelRows;
import org.junit.jupiter.api.Test;

class MacScreenTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private DisplayMap displays = DisplayMap.of(List.of(
            new Display(1, new Part(0, 0, 100, 50), 2, true), new Display(2, new Part(100, 0, 40, 40), 1, false)));
    private final int[] first = new int[200 * 100];
    private final int[] second = new int[40 * 40];
    private Spot pointer = new Spot(1, 1);
    private boolean dark;
    private long nanos;
    private boolean closed;

    private final MacScreen screen = new MacScreen(
            new Photographer() {
                @Override
                public DisplayMap displays() {
                    return displays;
                }

                @Override
                public Optional<PixelRows> take(DisplayMap.Placed display) {
                    if (dark) {
                        return Optional.empty();
                    }
                    Area area = display.area();
                    int[] pixels = display.display().id() == 1 ? first : second;
                    return Optional.of(new PixelRows(
                            MemorySegment.ofArray(pixels), 4L * area.width(), area.width(), area.height()));
                }

                @Override
                public Spot pointer() {
                    return pointer;
                }

                @Override
                public void close() {
                    closed = true;
                }
            },
            () -> nanos);

    private Picture picture() {
        return new Picture(screen.bounds().width(), screen.bounds().height());
    }

    @Test
    void allDisplaysAreOnePicture() {
        first[199] = 0x112233;
        second[0] = 0x445566;
        Picture picture = picture();
        assertEquals(List.of(picture.area()), screen.grab(picture).damage());
        assertEquals(0xFF112233, picture.pixels()[199]);
        assertEquals(0xFF445566, picture.pixels()[200]);
        assertEquals(List.of(), screen.grab(picture).damage());
        second[1] = 1;
        assertEquals(List.of(new Area(200, 0, 40, 40)), screen.grab(picture).damage());
    }

    @Test
    void aDisplayWithoutAPictureStaysAsItWas() {
        Picture picture = picture();
        screen.grab(picture);
        first[0] = 5;
        dark = true;
        assertEquals(List.of(), screen.grab(picture).damage());
        dark = false;
        assertEquals(List.of(new Area(0, 0, 64, 64)), screen.grab(picture).damage());
    }

    @Test
    void nobodyTellsSoItMayHaveChangedWheneverEnoughTimeHasPassed() throws InterruptedException {
        screen.grab(picture());
        nanos += 99_000_000;
        assertFalse(screen.awaitChange(Duration.ofMillis(5)));
        nanos += 1_000_000;
        assertTrue(screen.awaitChange(SOON));
        screen.grab(picture());
        assertFalse(screen.awaitChange(Duration.ofMillis(5)));
        pointer = new Spot(50, 25);
        assertTrue(screen.awaitChange(SOON));
        assertEquals(100, screen.pointer().x());
        assertTrue(screen.pointer().visible());
        pointer = new Spot(5000, 0);
        assertFalse(screen.pointer().visible());
    }

    @Test
    void anUnpluggedDisplayIsAnotherPicture() throws InterruptedException {
        screen.grab(picture());
        displays = DisplayMap.of(List.of(new Display(1, new Part(0, 0, 100, 50), 2, true)));
        while (screen.bounds().width() != 200) {
            assertTrue(screen.awaitChange(SOON));
            screen.grab(picture());
        }
        assertEquals(1, screen.monitors().size());
        Picture picture = picture();
        assertEquals(List.of(picture.area()), screen.grab(picture).damage());
    }

    @Test
    void afterTheEndThereIsNothing() throws InterruptedException {
        screen.close();
        assertTrue(closed);
        assertFalse(screen.awaitChange(SOON));
        assertEquals(List.of(), screen.grab(picture()).damage());
    }
}
