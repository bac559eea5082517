package org.beistand.client.ui.consent;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.beistand.client.session.SessionView.Question;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.OwnWindowAreas;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.base.WithinScreen;

/** Comes up above everything while a question is open, and goes with it. The tray stays usable beside it. */
public final class ConsentWindow {
    private static final double WIDTH = 560;

    private final Asking asking;
    private final Parts parts;
    private final Ticker ticker;
    private final FileChoice choice;
    private Optional<Stage> shown = Optional.empty();

    public ConsentWindow(Asking asking, Parts parts, Ticker ticker, FileChoice choice) {
        this.asking = asking;
        this.parts = parts;
        this.ticker = ticker;
        this.choice = choice;
        asking.question().addListener((value, before, now) -> show(now));
        show(asking.question().get());
    }

    /** Each question gets a window of its own: its size is right from the beginning, and it comes up in sight. */
    private void show(Optional<Question> question) {
        shown.ifPresent(Stage::hide);
        shown = question.map(this::open);
    }

    private Stage open(Question question) {
        StackPane root = new StackPane(new QuestionPane(asking, question, parts, ticker, choice));
        root.getStyleClass().add("window");
        root.setPrefWidth(WIDTH);
        Scene scene = new Scene(root);
        Look.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        stage.titleProperty().bind(parts.texts().follow("ask.window"));
        Look.giveIcons(stage);
        OwnWindowAreas.marksQuestion(stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            asking.refuse(question);
        });
        WithinScreen.show(stage, root);
        stage.toFront();
        stage.requestFocus();
        return stage;
    }

    public void close() {
        asking.stop();
    }

    /** The window of the question that is asked now. */
    Optional<Stage> stage() {
        return shown;
    }
}
