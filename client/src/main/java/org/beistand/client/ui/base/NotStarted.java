package org.beistand.client.ui.base;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The program cannot start: one sentence, and the way out. */
public final class NotStarted {
    private NotStarted() {}

    /** @param sentence with its code, in the person's language */
    public static Stage show(Texts texts, String sentence, Runnable exit) {
        Parts parts = new Parts(texts);
        Label words = new Label(sentence);
        words.setId("problem");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = Parts.row(12, Icon.WARNING.draw(28), words);
        line.getStyleClass().add("problem");
        Button leave = parts.button("exit", "exit", Icon.EXIT, "exit-button");
        leave.setOnAction(event -> exit.run());
        HBox footer = new HBox(leave);
        footer.setAlignment(Pos.CENTER_RIGHT);
        VBox root = new VBox(24, line, footer);
        root.getStyleClass().add("window");
        root.setPadding(new Insets(24));
        root.setPrefWidth(520);
        Scene scene = new Scene(root);
        Look.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.titleProperty().bind(texts.follow("attendee.window"));
        Look.giveIcons(stage);
        TitleInSight.keep(stage);
        stage.setOnCloseRequest(event -> exit.run());
        stage.show();
        return stage;
    }
}
