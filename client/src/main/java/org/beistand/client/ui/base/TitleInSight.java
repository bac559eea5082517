package org.beistand.client.ui.base;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Brings a window back whose title bar lies beyond the upper edge of the screens, where nobody can take hold of it. While a window
 * comes up, JavaFX on X11 answers the window manager's reports with requests of its own, and now and then repeats an old one last: of
 * some hundred windows one stays with its content in the upper left corner and its title bar outside. Belongs to the FX thread.
 */
public final class TitleInSight {
    /** Less than this is hidden of some title bars by their window system itself. */
    private static final double EDGE = 4;

    private final Stage stage;
    private final Runnable place;
    /** A window manager that wants it otherwise has its way in the end. */
    private int tries = 10;

    private TitleInSight(Stage stage, Runnable place) {
        this.stage = stage;
        this.place = place;
    }

    /** Brings it down to the upper edge. */
    public static void keep(Stage stage) {
        keep(stage, () -> lower(stage));
    }

    /** @param place puts the window where it belongs */
    public static void keep(Stage stage, Runnable place) {
        TitleInSight kept = new TitleInSight(stage, place);
        // The window system is still at the last change.
        stage.yProperty().addListener((value, before, now) -> Platform.runLater(kept::look));
    }

    private void look() {
        if (tries > 0 && isBeyond()) {
            tries--;
            place.run();
        }
    }

    private boolean isBeyond() {
        boolean ordinary = stage.isShowing() && !stage.isFullScreen() && !stage.isMaximized() && !stage.isIconified();
        return ordinary
                && Screen.getScreens().stream().map(Screen::getVisualBounds).noneMatch(this::hasTitle);
    }

    private boolean hasTitle(Rectangle2D screen) {
        return stage.getY() > screen.getMinY() - EDGE
                && stage.getY() < screen.getMaxY()
                && stage.getX() < screen.getMaxX()
                && stage.getX() + stage.getWidth() > screen.getMinX();
    }

    private static void lower(Stage stage) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        double last = Math.max(screen.getMinX(), screen.getMaxX() - stage.getWidth());
        stage.setX(Math.clamp(stage.getX(), screen.getMinX(), last));
        stage.setY(screen.getMinY());
    }
}
