package org.beistand.client.platform.awt;

import java.time.Duration;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;

/** A process of its own, because Java's windows belong to one display for the life of a process. It tells what it saw. */
final class AwtPhotographer {
    private AwtPhotographer() {}

    public static void main(String[] arguments) throws Exception {
        var desktop = new AwtDesktop();
        try (ScreenSource screen = desktop.openScreen()) {
            Area bounds = screen.bounds();
            var picture = new Picture(bounds.width(), bounds.height());
            boolean first = screen.awaitChange(Duration.ZERO);
            Area damage = screen.grab(picture).damage().getFirst();
            boolean atOnce = screen.awaitChange(Duration.ofMillis(20));
            boolean later = screen.awaitChange(Duration.ofSeconds(5));
            ScreenSource.Pointer pointer = screen.pointer();
            System.out.printf(
                    "%dx%d %b %dx%d %b %b %08x %08x %d,%d%n",
                    bounds.width(),
                    bounds.height(),
                    first,
                    damage.width(),
                    damage.height(),
                    atOnce,
                    later,
                    picture.pixels()[0],
                    picture.pixels()[picture.pixels().length - 1],
                    pointer.x(),
                    pointer.y());
            for (Monitor monitor : screen.monitors()) {
                Area area = monitor.area();
                System.out.printf(
                        "%d,%d %dx%d %b %d%n",
                        area.x(), area.y(), area.width(), area.height(), monitor.primary(), monitor.scalePercent());
            }
        }
        desktop.clipboard().write("Grüße €");
        System.out.println(desktop.clipboard().read().orElse("nothing").equals("Grüße €"));
        System.exit(0); // the thread of Java's windows would wait
    }
}
