package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.beistand.client.desktop.Area;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program knows where its own windows are, so that nobody operates them from afar. */
@Tag("scales")
final class OwnWindowsTest {
    private static final int COLOUR = 0xFFD02090;

    private final Showroom room = new Showroom();
    private final OwnWindowAreas own = new OwnWindowAreas();

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    /** Where the window system has put it, which may be elsewhere than the program wished. */
    private Area seen() {
        WritableImage all = room.ask(() -> {
            Rectangle2D screen = Screen.getPrimary().getBounds();
            return new Robot().getScreenCapture(null, screen, false);
        });
        int width = (int) all.getWidth();
        int height = (int) all.getHeight();
        int[] pixels = new int[width * height];
        all.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        int[] inside = IntStream.range(0, pixels.length)
                .filter(at -> pixels[at] == COLOUR)
                .toArray();
        IntSummaryStatistics x = IntStream.of(inside).map(at -> at % width).summaryStatistics();
        IntSummaryStatistics y = IntStream.of(inside).map(at -> at / width).summaryStatistics();
        return inside.length == 0
                ? new Area(0, 0, 0, 0)
                : new Area(x.getMin(), y.getMin(), x.getMax() - x.getMin() + 1, y.getMax() - y.getMin() + 1);
    }

    private boolean isKnown(Area window) {
        return !window.isEmpty() && own.areas().getFirst().intersect(window).equals(window);
    }

    @Test
    void aWindowIsKnownFromItsFirstToItsLastMoment() {
        room.run(own::start);
        assertEquals(0, own.areas().size());
        Pane content = new Pane();
        content.setBackground(Background.fill(Color.rgb(0xD0, 0x20, 0x90)));
        Stage stage = room.open(made -> {
            made.setScene(new Scene(content, 200, 100));
            made.setX(100);
            made.setY(80);
        });
        room.eventually(() -> isKnown(seen()));
        Area before = seen();
        assertFalse(own.areas().getFirst().contains(before.x() - before.width() / 2, before.y()));
        room.run(() -> stage.setX(stage.getX() + (before.x() < 500 ? 300 : -300)));
        room.eventually(() -> seen().intersect(before).isEmpty() && isKnown(seen()));
        assertFalse(own.areas().getFirst().contains(before.x(), before.y()));
        room.run(stage::hide);
        assertEquals(0, own.areas().size());
        assertFalse(own.focused());
    }

    @Test
    void aPixelThatAWindowTouchesBelongsToIt() {
        assertEquals(new Area(12, 25, 151, 76), OwnWindowAreas.physical(10, 20.5, 120.1, 60, 1.25, 1.25));
    }
}
