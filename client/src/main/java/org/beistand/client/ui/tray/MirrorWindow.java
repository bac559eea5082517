package org.beistand.client.ui.tray;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView.Person;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.TitleInSight;
import org.beistand.client.ui.viewer.ScreenView;
import org.beistand.client.ui.viewer.ScreenViewer;
import org.beistand.protocol.value.ParticipantId;

/** A small live picture of what one person sees of this screen. */
final class MirrorWindow {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 330;
    private static final double MARGIN = 16;

    private final Stage stage = new Stage();
    private final Session session;
    private final ParticipantId viewer;

    /** @param closed run when it is closed, by whomever */
    MirrorWindow(Session session, Parts parts, Person person, Runnable closed) {
        this.session = session;
        this.viewer = person.id();
        ScreenView picture = new ScreenView(parts.texts());
        VBox.setVgrow(picture, Priority.ALWAYS);
        Label hint = parts.label("mirror.hint", "hint");
        hint.setId("mirrorHint");
        VBox content = new VBox(picture, hint);
        content.setId("mirror");
        content.getStyleClass().addAll("window", "mirror");
        VBox.setMargin(hint, new javafx.geometry.Insets(8, 12, 8, 12));
        Scene scene = new Scene(content, WIDTH, HEIGHT);
        Look.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(WIDTH / 2);
        stage.setMinHeight(HEIGHT / 2);
        stage.titleProperty()
                .bind(parts.texts()
                        .follow(() ->
                                parts.texts().of("mirror.title", person.name().value())));
        Look.giveIcons(stage);
        TitleInSight.keep(stage);
        stage.setOnHidden(event -> {
            session.mirror(viewer, Optional.empty());
            closed.run();
        });
        session.mirror(viewer, Optional.of(new ScreenViewer(picture, Platform::runLater)));
    }

    /** At the lower left: the tray is at the right. */
    void show() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setX(screen.getMinX() + MARGIN);
        stage.setY(Math.max(screen.getMinY(), screen.getMaxY() - HEIGHT - 3 * MARGIN));
        stage.show();
    }

    void toFront() {
        stage.toFront();
    }

    void close() {
        stage.hide();
    }
}
