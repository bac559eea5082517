package org.beistand.moderator.moderate;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.viewer.ViewerTools;

/** What is to be said about the picture, and its tools: beside each other or, in a narrow window, beneath each other. */
final class ViewerBar extends VBox {
    private static final double ROOM_FOR_WORDS = 300;
    /** Two lines, so that the picture stays in its place whichever words stand here. */
    private static final double WORDS = 38;

    private final Label hint;
    private final ViewerTools tools;
    private boolean narrow;

    ViewerBar(Label hint, ViewerTools tools) {
        super(4);
        this.hint = hint;
        this.tools = tools;
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setMinHeight(WORDS);
        HBox.setHgrow(hint, Priority.ALWAYS);
        getStyleClass().add("viewer-tools");
        arrange();
        widthProperty().addListener((value, before, now) -> follow());
        tools.widthProperty().addListener((value, before, now) -> follow());
    }

    private void follow() {
        boolean wanted = getWidth() > 0 && getWidth() < tools.prefWidth(-1) + ROOM_FOR_WORDS;
        if (wanted != narrow) {
            narrow = wanted;
            arrange();
        }
    }

    private void arrange() {
        getChildren().clear();
        if (narrow) {
            getChildren().setAll(Parts.row(8, Parts.spring(), tools), hint);
        } else {
            getChildren().setAll(Parts.row(8, hint, tools));
        }
    }
}
