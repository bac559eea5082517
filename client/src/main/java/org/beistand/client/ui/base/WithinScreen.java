package org.beistand.client.ui.base;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Keeps a window no larger than the screen it is on, and all of it in sight, however its content grows; what does not fit has to be
 * scrolled within the content. A button that lies beyond the edge of the screen cannot be pressed. Belongs to the FX thread.
 */
public final class WithinScreen {
    /** For the title bar and the edges of any window system: what they take is known only once the window is there. */
    private static final double FRAME = 48;

    private final Stage stage;
    private final Region content;
    private final Function<Stage, Rectangle2D> screenOf;
    private Rectangle2D room = Rectangle2D.EMPTY;

    private WithinScreen(Stage stage, Region content, Function<Stage, Rectangle2D> screenOf) {
        this.stage = stage;
        this.content = content;
        this.screenOf = screenOf;
    }

    /**
     * Shows the window in the middle, a little above.
     *
     * @param content all of it; its least height must be small
     */
    public static void show(Stage stage, Region content) {
        show(stage, content, WithinScreen::screen);
    }

    static void show(Stage stage, Region content, Function<Stage, Rectangle2D> screenOf) {
        WithinScreen kept = new WithinScreen(stage, content, screenOf);
        kept.limit();
        TitleInSight.keep(stage);
        stage.show();
        kept.place();
        stage.xProperty().addListener((value, before, now) -> kept.limit());
        stage.yProperty().addListener((value, before, now) -> kept.limit());
        stage.widthProperty().addListener((value, before, now) -> kept.moveSoon());
        stage.heightProperty().addListener((value, before, now) -> kept.moveSoon());
        kept.moveSoon();
    }

    /** The part of the screen that windows may use; the main screen's while the window is nowhere. */
    private static Rectangle2D screen(Stage stage) {
        double x = stage.getX() + stage.getWidth() / 2;
        double y = stage.getY() + stage.getHeight() / 2;
        return Screen.getScreensForRectangle(x, y, 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
    }

    private void place() {
        stage.setX(room.getMinX() + (room.getWidth() - stage.getWidth()) / 2);
        stage.setY(room.getMinY() + Math.max(0, room.getHeight() - stage.getHeight()) / 3);
    }

    private void limit() {
        Rectangle2D now = screenOf.apply(stage);
        if (!now.equals(room)) {
            room = now;
            content.setMaxSize(now.getWidth(), now.getHeight() - FRAME);
            stage.sizeToScene();
        }
    }

    /** The window system is still at the last change. */
    private void moveSoon() {
        Platform.runLater(this::move);
    }

    /** Only when its size changes: she may drag it over an edge herself. */
    private void move() {
        limit();
        double x = Math.max(room.getMinX(), Math.min(stage.getX(), room.getMaxX() - stage.getWidth()));
        double y = Math.max(room.getMinY(), Math.min(stage.getY(), room.getMaxY() - stage.getHeight()));
        if (x != stage.getX()) {
            stage.setX(x);
        }
        if (y != stage.getY()) {
            stage.setY(y);
        }
    }
}
