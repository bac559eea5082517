package org.beistand.moderator.invite;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;
import org.beistand.moderator.signin.ModeratorFlow;
import org.beistand.protocol.value.Attested;

/** Signed in: one click to a new session. */
public final class HomePage extends VBox { // 001-44
    /** @param required whether every session of this installation has a password */
    public HomePage(ModeratorFlow flow, Parts parts, ModeratorFlow.AtHome home, boolean required) {
        super(16);
        Texts texts = parts.texts();
        Label welcome =
                parts.label(texts.follow("home.welcome", home.moderator().name().value()), "headline");
        welcome.setId("welcome");
        Label from = parts.label(texts.follow("home.from", home.moderator().organisation()), "hint");
        CheckBox password = new CheckBox();
        password.setId("withPassword");
        password.textProperty().bind(texts.follow(required ? "home.passwordRequired" : "home.password"));
        password.setWrapText(true);
        password.setSelected(required);
        password.setDisable(required);
        Button open = parts.button("openSession", "home.open", Icon.SPEECH, "accent", "large-button");
        open.setDefaultButton(true);
        open.setOnAction(event -> flow.openSession(password.isSelected()));
        Button out = parts.button("signOut", "home.signOut", "flat");
        out.setOnAction(event -> flow.signOut());
        VBox ending = new VBox(8);
        home.moderator().endingSoon().forEach(one -> ending.getChildren().add(warning(parts, one)));
        Parts.showWhen(ending, new SimpleBooleanProperty(!ending.getChildren().isEmpty()));
        getChildren()
                .addAll(
                        welcome,
                        from,
                        ending,
                        parts.label("home.explain"),
                        password,
                        Parts.row(16, open, out),
                        new ProblemLine("problem", texts, flow.problem()));
    }

    /** In time for him to see to it. */
    private static HBox warning(Parts parts, Attested one) { // 001-115, 001-116, 001-117
        Texts texts = parts.texts();
        Label words = parts.label(texts.follow(() -> texts.of(
                "home.ends." + one.evidence().name(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(texts.language().locale())
                        .format(one.expires()))));
        words.setId("ends-" + one.evidence().name());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, Icon.WARNING.draw(18), words);
        line.getStyleClass().add("problem");
        return line;
    }
}
