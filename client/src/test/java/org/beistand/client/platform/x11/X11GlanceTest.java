package org.beistand.client.platform.x11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class X11GlanceTest {
    private VirtualDisplay display;

    @BeforeEach
    void start() {
        display = VirtualDisplay.start(640, 480);
    }

    @AfterEach
    void stop() {
        display.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 30})
    void seesThePixelsThatTheWholePictureHas(int depth) throws Exception {
        try (VirtualDisplay deep = VirtualDisplay.start(640, 480, depth)) {
            deep.run("xsetroot", "-mod", "7", "5", "-fg", "#c04010", "-bg", "#10a0f0");
            X11Desktop desktop = new X11Desktop(deep.name());
            Picture whole = new Picture(640, 480);
            try (ScreenSource screen = desktop.openScreen();
                    Glance glance = desktop.openGlance()) {
                screen.grab(whole);
                Area area = new Area(101, 53, 96, 48);
                Picture part = glance.look(area).orElseThrow();
                assertEquals(area.width(), part.width());
                for (int y = 0; y < area.height(); y++) {
                    int at = (area.y() + y) * 640 + area.x();
                    assertTrue(
                            Arrays.equals(whole.pixels(), at, at + 96, part.pixels(), y * 96, y * 96 + 96), "row " + y);
                }
                assertTrue(Arrays.stream(part.pixels()).distinct().count() > 1, "there is something to see");
            }
        }
    }

    @Test
    void seesTheScreenAsItIsNowAndNothingBeyondIt() throws Exception {
        try (Glance glance = new X11Desktop(display.name()).openGlance()) {
            display.run("xsetroot", "-solid", "#123456");
            assertEquals(
                    0xFF123456, glance.look(new Area(5, 5, 1, 1)).orElseThrow().pixels()[0]);
            display.run("xsetroot", "-solid", "#654321");
            assertEquals(
                    0xFF654321, glance.look(new Area(5, 5, 1, 1)).orElseThrow().pixels()[0]);
            assertEquals(Optional.empty(), glance.look(new Area(600, 400, 96, 48)));
            display.resize(320, 240);
            assertEquals(new Area(0, 0, 320, 240), glance.bounds());
            assertEquals(Optional.empty(), glance.look(new Area(300, 100, 96, 48)));
        }
    }

    @Test
    void seesNothingWhenTheServerIsGone() throws Exception {
        try (Glance glance = new X11Desktop(display.name()).openGlance()) {
            display.close();
            assertEquals(Optional.empty(), glance.look(new Area(5, 5, 1, 1)));
            assertTrue(glance.bounds().isEmpty());
        }
    }
}
