package org.beistand.attendee.leave;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Reason;

/** The end: what happened, that nobody can see anything any more, and the way back. */
public final class OverPage extends VBox {
    public OverPage(Parts parts, Reason reason, Runnable again) {
        super(16);
        Texts texts = parts.texts();
        Button start = parts.button("startAgain", "over.again", "accent", "large-button");
        start.setDefaultButton(true);
        start.setOnAction(event -> again.run());
        var what = parts.label(texts.follow(() -> texts.reason(reason), texts.languageProperty()), "headline");
        what.setId("whatHappened");
        getChildren().addAll(what, parts.label("over.safe"), start);
    }
}
