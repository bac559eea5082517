package org.beistand.client.platform.awt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
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
            String said = display.run(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=false",
                    "-cp",
                    System.getProperty("java.class.path"),
                    AwtPhotographer.class.getName());
            assertEquals("400x300 true 400x300 false true ff12ab9f ff12ab9f 123,45\ntrue\n", said);
        }
    }
}
