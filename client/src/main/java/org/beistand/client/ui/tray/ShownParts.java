package org.beistand.client.ui.tray;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.beistand.client.release.Share;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.protocol.value.Permission;

/** What of her screen others see, and the way to change it. There only while somebody may see it. */
final class ShownParts extends VBox { // 001-51 001-57
    ShownParts(SessionFeed feed, Parts parts, Runnable change) {
        super(6);
        setId("shownParts");
        getStyleClass().add("card");
        Label what = parts.label(
                parts.texts()
                        .follow(
                                () -> parts.texts()
                                        .of("tray.shows." + shown(feed.view().share())),
                                feed.viewProperty()),
                "strong");
        what.setId("shownKind");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        Button button = parts.button("changeShare", "tray.change");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> change.run());
        getChildren().addAll(Parts.row(8, Icon.EYE.draw(18), what), button);
        Parts.showWhen(this, feed.viewProperty().map(ShownParts::isSeen));
    }

    private static String shown(Share share) {
        return share.isGone() ? "NOTHING" : share.kind().name();
    }

    private static boolean isSeen(SessionView view) {
        return view.given().stream().anyMatch(right -> right.permission() == Permission.VIEW_SCREEN);
    }
}
