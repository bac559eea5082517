package org.beistand.client.ui.base;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Brings a window back whose title bar lies beyond the upper edge of the screens, where nobody can take hold of it. While a window
 * comes up, JavaFX on X11 answers the window manager's reports with requests of its own, now and then repeats an old one last, and
 * takes the place of the content for that of the window: of some hundred windows one stays with its content in the upper left corner
 * and its title bar outside. Belongs to the FX thread.
 */
public final class TitleInSight {
    /** Less than this is hidden of some title bars by their window system itself. */
    private static final double EDGE = 4;

    /** No title bar is higher. */
    private static final double FRAME = 48;

    private final Stage stage;
    /** A window manager that wants it otherwise has its way in the end. */
    private int tries = 10;

    private TitleInSight(Stage stage) {
        this.stage = stage;
    }

    public static void keep(Stage stage) {
        TitleInSight kept = new TitleInSight(stage);
        // The window system is still at the last change.
        stage.yProperty().addListener((value, before, now) -> Platform.runLater(kept::look));
    }

    private void look() {
        if (tries > 0 && isBeyond()) {
            tries--;
            bringBack();
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

    private void bringBack() {
        Rectangle2D screen =
                Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()).stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        double right = screen.getMaxX() - stage.getWidth();
        stage.setX(inward(Math.min(stage.getX(), right), screen.getMinX()));
        stage.setY(inward(stage.getY(), screen.getMinY()));
    }

    /** As far inside as it was outside: where the content's place is taken for the window's, the window comes to lie at the edge. */
    private static double inward(double place, double edge) {
        return place >= edge ? place : edge + Math.min(edge - place, FRAME);
    }
}
