package org.beistand.client.ui.share;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.beistand.client.session.Session;
import org.beistand.client.session.SessionView;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.WithinScreen;

/** Lets her change during the session what is shown; at most one of it is open. Belongs to the FX thread. */
public final class ShareWindow {
    private static final double WIDTH = 480;

    private final Session session;
    private final SessionFeed feed;
    private final Parts parts;
    private Optional<Stage> shown = Optional.empty();

    public ShareWindow(Session session, SessionFeed feed, Parts parts) {
        this.session = session;
        this.feed = feed;
        this.parts = parts;
        feed.viewProperty().addListener((value, before, now) -> {
            if (now.stage() instanceof SessionView.Over) {
                close();
            }
        });
    }

    public void open() {
        if (shown.isPresent()) {
            shown.get().toFront();
            return;
        }
        Choosing choosing = new Choosing(session, feed.view().share(), Platform::runLater);
        Button cancel = parts.button("shareCancel", "share.cancel");
        cancel.setOnAction(event -> close());
        Button apply = parts.button("shareApply", "share.apply", "accent");
        apply.disableProperty().bind(choosing.isWhole().not());
        apply.setOnAction(event -> {
            choosing.share().ifPresent(session::share);
            close();
        });
        HBox buttons = Parts.row(12, Parts.spring(), cancel, apply);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        VBox middle = new VBox(16, new ShareChoice(choosing, parts), parts.label("share.own", "hint"));
        // On a low screen only this is scrolled: the buttons stay in sight.
        VBox root = new VBox(16, Parts.middle(middle, parts.texts().follow("share.window")), buttons);
        root.getStyleClass().addAll("window", "question");
        root.setPrefWidth(WIDTH);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        Scene scene = new Scene(root);
        Look.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        stage.titleProperty().bind(parts.texts().follow("share.window"));
        Look.giveIcons(stage);
        stage.setOnHidden(event -> shown = Optional.empty());
        shown = Optional.of(stage);
        WithinScreen.show(stage, root);
        stage.toFront();
    }

    public void close() {
        shown.ifPresent(Stage::hide);
    }
}
