package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.beistand.protocol.value.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window is never larger than its screen, and what must be pressed is in it. */
final class WithinScreenTest {
    private final Showroom room = new Showroom();
    private final Label words = new Label();
    private final Button answer = new Button("Allow");
    private volatile Rectangle2D screen = Rectangle2D.EMPTY;

    @AfterEach
    void everythingIsClosed() {
        room.closeAll();
    }

    private Stage open(int lines) {
        Stage opened = room.ask(() -> {
            Stage stage = new Stage();
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            words.setText("What it says.\n".repeat(lines));
            answer.setMinHeight(Region.USE_PREF_SIZE);
            ScrollPane page = Parts.page(words, new Texts(Language.ENGLISH).follow("ask.window"));
            VBox.setVgrow(page, Priority.ALWAYS);
            VBox content = new VBox(8, page, answer);
            content.setPrefWidth(400);
            stage.setScene(new Scene(content));
            stage.setResizable(false);
            WithinScreen.show(stage, content, ignored -> screen);
            return stage;
        });
        room.drawn();
        return opened;
    }

    private Rectangle2D place(Stage stage) {
        return room.ask(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    private boolean isSeen(Node node, Stage stage) {
        Bounds bounds = room.ask(() -> node.localToScreen(node.getLayoutBounds()));
        return place(stage).contains(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /** 1366 x 768 as it is; 1920 x 1080 and 1366 x 768 at 200 percent; each without a taskbar of 40. */
    @ParameterizedTest
    @CsvSource({"1366, 728", "960, 520", "683, 364"})
    void theButtonIsInSightHoweverMuchThereIsToRead(int width, int height) {
        screen = new Rectangle2D(0, 0, width, height);
        Stage stage = open(100);
        room.eventually(() -> screen.contains(place(stage)));
        assertTrue(isSeen(answer, stage));
        assertTrue(place(stage).getHeight() > height - 60, "all the room is used");
    }

    @Test
    void whatFitsIsNotScrolled() {
        screen = new Rectangle2D(0, 0, 1366, 728);
        Stage stage = open(10);
        assertTrue(isSeen(answer, stage));
        double wanted = room.ask(() -> words.prefHeight(words.getWidth()));
        double given = room.ask(
                () -> words.getScene().lookup(".viewport").getLayoutBounds().getHeight());
        assertTrue(given >= wanted, given + " of " + wanted);
    }

    @Test
    void aWindowThatGrowsMovesUpRatherThanBeyondTheEdge() {
        screen = new Rectangle2D(0, 0, 960, 520);
        Stage stage = open(4);
        room.run(() -> stage.setY(300));
        room.eventually(() -> place(stage).getMinY() > 290);
        room.run(() -> {
            words.setText("What it says.\n".repeat(100));
            stage.sizeToScene();
        });
        room.eventually(() -> place(stage).getHeight() > 460 && screen.contains(place(stage)));
        assertTrue(isSeen(answer, stage));
    }

    @Test
    void onALowerScreenItBecomesLower() {
        screen = new Rectangle2D(0, 0, 1366, 728);
        Stage stage = open(100);
        room.eventually(() -> place(stage).getHeight() > 660);
        screen = new Rectangle2D(0, 0, 960, 520);
        room.run(() -> stage.setX(stage.getX() + 5));
        room.eventually(() -> screen.contains(place(stage)));
        assertTrue(isSeen(answer, stage));
    }
}
