package org.beistand.attendee.join;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.beistand.client.ui.base.Parts;

/** Something takes a moment; she can always go back. */
final class WaitPage extends VBox {
    /** @param hintKey of a sentence that says more */
    WaitPage(AttendeeFlow flow, Parts parts, String key, String hintKey) {
        super(16);
        setAlignment(Pos.CENTER);
        Button cancel = parts.button("cancel", "cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> flow.cancel());
        var headline = parts.label(key, "headline");
        headline.setId("waitingFor");
        var hint = parts.label(hintKey, "hint");
        headline.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        getChildren().addAll(parts.waiting(key), headline, hint, cancel);
    }
}
