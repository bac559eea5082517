package org.beistand.moderator.invite;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.ProblemLine;
import org.beistand.client.ui.base.Texts;
import org.beistand.moderator.signin.ModeratorFlow;

/** Signed in: one click to a new session. */
public final class HomePage extends VBox { // 001-44
    public HomePage(ModeratorFlow flow, Parts parts, ModeratorFlow.AtHome home) {
        super(16);
        Texts texts = parts.texts();
        Label welcome =
                parts.label(texts.follow("home.welcome", home.moderator().name().value()), "headline");
        welcome.setId("welcome");
        Label from = parts.label(texts.follow("home.from", home.moderator().organisation()), "hint");
        Button open = parts.button("openSession", "home.open", Icon.SPEECH, "accent", "large-button");
        open.setDefaultButton(true);
        open.setOnAction(event -> flow.openSession());
        Button out = parts.button("signOut", "home.signOut", "flat");
        out.setOnAction(event -> flow.signOut());
        getChildren()
                .addAll(
                        welcome,
                        from,
                        parts.label("home.explain"),
                        Parts.row(16, open, out),
                        new ProblemLine("problem", texts, flow.problem()));
    }
}
