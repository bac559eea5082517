package org.beistand.attendee.join;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.StrayInputGuard;
import org.beistand.client.ui.base.Texts;
import org.beistand.client.ui.base.Ticker;

/** The spoken check: she picks the code that she hears. No stray click or key picks for her. */
final class CheckPage extends VBox {
    CheckPage(AttendeeFlow flow, Parts parts, Ticker ticker, Page.Checking checking) {
        super(16);
        Texts texts = parts.texts();
        HBox codes = new HBox(16);
        codes.setAlignment(Pos.CENTER);
        int place = 1;
        for (String choice : checking.choices()) {
            codes.getChildren().add(code(flow, texts, choice, place++));
        }
        Button none = parts.button("code-none", "check.none", "wide");
        none.setMaxWidth(Double.MAX_VALUE);
        none.setOnAction(event -> flow.pick(Optional.empty()));
        getChildren()
                .addAll(
                        parts.label(texts.follow("check.headline", checking.name()), "headline"),
                        parts.label("check.explain"),
                        codes,
                        none,
                        parts.label("check.why", "hint"));
        setAccessibleRole(AccessibleRole.PARENT);
        accessibleTextProperty().bind(texts.follow("check.headline", checking.name()));
        StrayInputGuard.protect(this, List.of(codes, none), ticker, () -> {});
    }

    private static Button code(AttendeeFlow flow, Texts texts, String choice, int place) {
        Button button = new Button(choice);
        button.setId("code-" + place);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("code-button");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        // Digit by digit, as the moderator says it.
        button.accessibleTextProperty().bind(texts.follow("check.code", choice.replaceAll("(?<=\\S)(?=\\S)", " ")));
        button.setOnAction(event -> flow.pick(Optional.of(choice)));
        return button;
    }
}
