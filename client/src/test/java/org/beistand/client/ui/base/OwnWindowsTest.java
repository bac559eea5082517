package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.beistand.client.desktop.Area;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program knows where its own windows are, so that nobody operates them from afar. */
@Tag("scales")
final class OwnWindowsTest {
    private final Showroom room = new Showroom();
    private final OwnWindowAreas own = new OwnWindowAreas();

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    @Test
    void aWindowIsKnownFromItsFirstToItsLastMoment() {
        room.run(own::start);
        assertEquals(0, own.areas().size());
        Stage stage = room.open(made -> {
            made.setScene(new Scene(new Pane(), 200, 100));
            made.setX(100);
            made.setY(80);
        });
        double scale = room.ask(stage::getOutputScaleX);
        room.eventually(() -> own.areas().getFirst().contains((int) (200 * scale), (int) (130 * scale)));
        assertFalse(own.areas().getFirst().contains((int) (90 * scale), (int) (130 * scale)));
        room.run(() -> stage.setX(400));
        room.eventually(() -> own.areas().getFirst().contains((int) (500 * scale), (int) (130 * scale)));
        assertFalse(own.areas().getFirst().contains((int) (200 * scale), (int) (130 * scale)));
        room.run(stage::hide);
        assertEquals(0, own.areas().size());
        assertFalse(own.focused());
    }

    @Test
    void aPixelThatAWindowTouchesBelongsToIt() {
        assertEquals(new Area(12, 25, 151, 76), OwnWindowAreas.physical(10, 20.5, 120.1, 60, 1.25, 1.25));
    }
}
