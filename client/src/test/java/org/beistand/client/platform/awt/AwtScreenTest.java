package org.beistand.client.platform.awt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.platform.x11.VirtualDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AwtScreenTest {
    @Test
    void showsTheWholeScreenFiveTimesASecond() {
        try (VirtualDisplay display = VirtualDisplay.start(400, 300)) {
            display.run("xsetroot", "-solid", "#12AB9F");
            display.run("xdotool", "mousemove", "123", "45");
            assertEquals("""
                    400x300 true 400x300 false true ff12ab9f ff12ab9f 123,45
                    0,0 400x300 true 100
                    true
                    """, photographed(display));
        }
    }

    @Test
    void showsAllMonitorsInOnePicture() {
        try (VirtualDisplay display = VirtualDisplay.start(400, 300)) {
            display.run("xsetroot", "-solid", "#12AB9F");
            display.run("xdotool", "mousemove", "323", "45");
            display.setMonitor("left", 150, 300, 0, 0, "screen");
            display.setMonitor("right", 250, 300, 150, 0, "none");
            assertEquals("""
                    400x300 true 400x300 false true ff12ab9f ff12ab9f 323,45
                    0,0 150x300 true 100
                    150,0 250x300 false 100
                    true
                    """, photographed(display));
        }
    }

    private static String photographed(VirtualDisplay display) {
        return display.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                AwtPhotographer.class.getName());
    }

    @Test
    void putsMonitorsOfMixedScalesBesideEachOther() {
        Area unplaced = new Area(0, 0, 0, 0);
        AwtMonitors laidOut = AwtMonitors.laidOut(List.of(
                new AwtMonitors.Placed("plain", new Rectangle(-1920, 0, 1920, 1080), 1, 1, unplaced, false),
                new AwtMonitors.Placed("dense", new Rectangle(0, 0, 1280, 720), 2, 2, unplaced, true)));
        List<Monitor> monitors = laidOut.told();
        assertEquals(new Area(3840, 0, 2560, 1440), monitors.getFirst().area());
        assertEquals(200, monitors.getFirst().scalePercent());
        assertEquals(new Area(0, 0, 1920, 1080), monitors.getLast().area());
        assertEquals(new Area(0, 0, 6400, 1440), laidOut.bounds());
    }
}
