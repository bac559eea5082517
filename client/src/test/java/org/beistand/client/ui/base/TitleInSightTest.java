package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A window can be taken hold of, wherever the window system has put it. */
final class TitleInSightTest {
    private final Showroom room = new Showroom();

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    private Stage open(boolean kept) {
        return room.open(stage -> {
            stage.setScene(new Scene(new StackPane(new Label("Words")), 400, 300));
            stage.setX(200);
            stage.setY(200);
            if (kept) {
                TitleInSight.keep(stage);
            }
        });
    }

    private double top() {
        return room.ask(() -> Screen.getPrimary().getVisualBounds().getMinY());
    }

    @Test
    void aTitleBeyondTheUpperEdgeComesBack() {
        Stage stage = open(true);
        room.run(() -> {
            stage.setX(-1);
            stage.setY(-20);
        });
        room.eventually(() -> room.ask(stage::getY) >= top() && room.ask(stage::getX) >= 0);
        room.drawn();
        assertTrue(room.ask(stage::getY) >= top(), stage::toString);
    }

    /** Otherwise the test before this one would say nothing. */
    @Test
    void theWindowManagerWouldLeaveItThere() {
        Stage stage = open(false);
        room.run(() -> stage.setY(-20));
        room.drawn();
        assertTrue(room.ask(stage::getY) < top() - 10, stage::toString);
    }

    @Test
    void aWindowThatFillsTheScreenStays() {
        Stage stage = open(true);
        room.run(() -> stage.setFullScreen(true));
        room.drawn();
        assertTrue(room.ask(stage::isFullScreen));
        double height = room.ask(() -> Screen.getPrimary().getBounds().getHeight());
        room.eventually(() -> room.ask(() -> stage.getScene().getHeight()) == height);
    }
}
