package org.beistand.attendee.join;

import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;

/** The session has a password: she types what the moderator reads out. It is no secret in this room, so she sees what she types. */
final class PasswordPage extends VBox { // 001-135 002-68
    private static final int LONGEST_TYPED = 40;

    PasswordPage(AttendeeFlow flow, Parts parts, Page.Password page) {
        super(16);
        Texts texts = parts.texts();
        TextField field = parts.field(new TextField(), "sessionPassword");
        field.getStyleClass().add("number-field");
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > LONGEST_TYPED ? null : change));
        // A field with a formatter keeps the key for itself, to undo what was typed.
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                flow.cancel();
            }
        });
        flow.passwordProblem().addListener((value, before, now) -> marked(field, now.isPresent()));
        marked(field, flow.passwordProblem().get().isPresent());
        field.textProperty().addListener((value, before, now) -> flow.passwordTyped());
        Button enter = parts.button("enterPassword", "password.enter", "accent", "large-button");
        enter.setDefaultButton(true);
        enter.setOnAction(event -> {
            flow.enterPassword(field.getText());
            field.requestFocus();
        });
        getChildren()
                .addAll(
                        parts.label(texts.follow("password.headline", page.name()), "headline"),
                        parts.caption("password.caption", field),
                        field,
                        new ProblemLine("passwordProblem", texts, flow.passwordProblem()),
                        Parts.row(16, enter, cancel(flow, parts)),
                        parts.label(texts.follow("password.tries", page.triesLeft()), "hint"));
        Platform.runLater(field::requestFocus);
    }

    private static Button cancel(AttendeeFlow flow, Parts parts) {
        Button cancel = parts.button("cancel", "cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> flow.cancel());
        return cancel;
    }

    private static void marked(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("danger"), wrong);
    }
}
