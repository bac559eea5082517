package org.beistand.moderator.moderate;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A window that fills the whole screen. The way back is a button that stays in sight; Escape is another one, but only for whoever
 * does not operate the other computer, where Escape means something too.
 */
final class FullScreen {
    private FullScreen() {}

    /** Whether the window of this part fills the screen. */
    static ObservableValue<Boolean> of(Node part) {
        return part.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(window -> window instanceof Stage stage ? stage.fullScreenProperty() : null)
                .orElse(false);
    }

    static void change(Node part) {
        if (part.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreenExitHint("");
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    /** Keys for the other computer are taken away at the window, so what arrives here was meant for us. */
    static void leaveWithEscape(Node part) {
        ObservableValue<Window> window = part.sceneProperty().flatMap(Scene::windowProperty);
        javafx.event.EventHandler<KeyEvent> leave = event -> {
            if (event.getCode() == KeyCode.ESCAPE && of(part).getValue()) {
                change(part);
                event.consume();
            }
        };
        window.addListener((value, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, leave);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, leave);
            }
        });
    }
}
