package org.beistand.attendee.join;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;

/** Number, name, Connect: the window that the sources describe. */
final class StartPage extends VBox { // 001-88 001-89 001-90 001-91
    /** More than any name may have; a whole book on the clipboard stays there. */
    private static final int LONGEST_TYPED = 400;

    private final TextField number;
    private final TextField name;

    StartPage(AttendeeFlow flow, Parts parts) {
        super(16);
        Texts texts = parts.texts();
        Label instruction = parts.label("join.instruction", "instruction");
        instruction.setId("instruction");
        number = parts.field(new TextField(), "sessionNumber");
        number.getStyleClass().add("number-field");
        number.setTextFormatter(new TextFormatter<>(new NumberFormat(flow::numberRefused)));
        number.textProperty().bindBidirectional(flow.number());
        name = parts.field(new TextField(), "yourName");
        name.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > LONGEST_TYPED ? null : change));
        name.textProperty().bindBidirectional(flow.name());
        marked(number, flow.numberProblem().getValue().isPresent());
        flow.numberProblem().addListener((value, before, now) -> marked(number, now.isPresent()));
        flow.nameProblem().addListener((value, before, now) -> marked(name, now.isPresent()));

        Button connect = parts.button("connect", "join.connect", "accent", "large-button");
        connect.setDefaultButton(true);
        connect.setOnAction(event -> {
            flow.connect();
            goToProblem(flow);
        });
        connect.disableProperty().bind(flow.secondsToWait().greaterThan(0));
        Label wait = parts.label(
                texts.follow(() -> texts.of("join.wait", flow.secondsToWait().get()), flow.secondsToWait()), "hint");
        Parts.showWhen(wait, Bindings.greaterThan(flow.secondsToWait(), 0).asObject());
        wait.setId("wait");

        getChildren()
                .addAll(
                        instruction,
                        form(flow, parts, connect),
                        new ProblemLine("problem", texts, flow.problem()),
                        wait);
    }

    private GridPane form(AttendeeFlow flow, Parts parts, Button connect) {
        GridPane form = new GridPane(16, 8);
        ColumnConstraints captions = new ColumnConstraints();
        captions.setMinWidth(Region.USE_PREF_SIZE);
        captions.setHalignment(HPos.LEFT);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        form.getColumnConstraints().addAll(captions, fields);
        form.add(parts.caption("join.number", number), 0, 0);
        form.add(number, 1, 0);
        form.add(new ProblemLine("numberProblem", parts.texts(), flow.numberProblem()), 1, 1);
        form.add(parts.caption("join.name", name), 0, 2);
        form.add(name, 1, 2);
        form.add(new ProblemLine("nameProblem", parts.texts(), flow.nameProblem()), 1, 3);
        form.add(connect, 1, 4);
        return form;
    }

    private static void marked(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), wrong);
    }

    private void goToProblem(AttendeeFlow flow) {
        if (flow.numberProblem().get().isPresent()) {
            number.requestFocus();
        } else if (flow.nameProblem().get().isPresent()) {
            name.requestFocus();
        }
    }

    /** Puts the cursor where something is missing. */
    void enter() {
        Platform.runLater(() -> Optional.of(number)
                .filter(field -> field.getLength() == 0)
                .orElse(name)
                .requestFocus());
    }
}
