package org.beistand.client.ui.tray;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.beistand.client.session.Session;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Parts;
import org.beistand.client.ui.base.SessionFeed;
import org.beistand.client.ui.base.Ticker;
import org.beistand.client.ui.share.ShareWindow;
import org.beistand.protocol.value.Reason;

/** The tray's small window, above everything at the lower right. It grows upwards, so that its buttons stay where they are. */
public final class TrayWindow { // 001-65
    private static final double MARGIN = 16;

    private final Stage stage = new Stage();
    private final MonitorTray tray;
    private final ShareWindow share;
    private double right;
    private double bottom;
    private Point2D grip = Point2D.ZERO;

    /**
     * @param problem an error of the program itself, if there was one
     * @param end ends the session for this person; closing the window does so too: nothing goes on unseen
     */
    public TrayWindow(
            Session session,
            SessionFeed feed,
            Parts parts,
            Ticker ticker,
            ObservableValue<Optional<Reason>> problem,
            Runnable end) {
        share = new ShareWindow(session, feed, parts);
        tray = new MonitorTray(session, feed, parts, ticker, problem, share::open, end);
        Scene scene = new Scene(tray);
        Look.dress(scene);
        stage.setScene(scene);
        // Without a frame it cannot be put away by mistake; the strip on top moves it.
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        stage.titleProperty().bind(parts.texts().follow("tray.window"));
        Look.giveIcons(stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            end.run();
        });
        tray.handle()
                .setOnMousePressed(
                        event -> grip = new Point2D(event.getScreenX() - right, event.getScreenY() - bottom));
        tray.handle().setOnMouseDragged(event -> {
            right = event.getScreenX() - grip.getX();
            bottom = event.getScreenY() - grip.getY();
            place();
        });
        tray.onGrowing(() -> Platform.runLater(this::fit));
        parts.texts().afterChange(tray, () -> Platform.runLater(this::fit));
    }

    public void show() {
        right = screen().getMaxX() - MARGIN;
        bottom = screen().getMaxY() - MARGIN;
        stage.show();
        tray.requestFocus();
        fit();
    }

    /** As high as its content wants, as long as the screen has room. */
    private void fit() {
        if (stage.isShowing()) {
            double wanted = Math.ceil(tray.wholeHeight());
            stage.setHeight(Math.min(wanted, screen().getHeight() - 2 * MARGIN));
            place();
        }
    }

    /** The lower right corner stays where it is, unless that would hide the upper edge. */
    private void place() {
        stage.setX(right - stage.getWidth());
        stage.setY(Math.max(screen().getMinY(), bottom - stage.getHeight()));
    }

    private static Rectangle2D screen() {
        return Screen.getPrimary().getVisualBounds();
    }

    public void close() {
        share.close();
        stage.hide();
    }

    Stage stage() {
        return stage;
    }
}
