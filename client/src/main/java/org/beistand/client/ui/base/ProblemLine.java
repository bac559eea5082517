package org.beistand.client.ui.base;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.beistand.protocol.value.Reason;

/** One sentence with its code beside what it speaks of; takes no room while there is nothing to say. */
public final class ProblemLine extends HBox {
    private final Label words = new Label();

    /** @param id of the sentence */
    public ProblemLine(String id, Texts texts, ObservableValue<Optional<Reason>> problem) {
        super(8);
        getStyleClass().add("problem");
        setAlignment(Pos.TOP_LEFT);
        words.setId(id);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setAccessibleRole(AccessibleRole.TEXT);
        words.textProperty()
                .bind(texts.follow(() -> problem.getValue().map(texts::reason).orElse(""), problem));
        setHgrow(words, Priority.ALWAYS);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(Icon.WARNING.draw(18), words);
        Parts.showWhen(this, problem.map(Optional::isPresent));
    }
}
