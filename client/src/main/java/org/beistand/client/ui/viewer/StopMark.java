package org.beistand.client.ui.viewer;

import javafx.animation.PauseTransition;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;
import javafx.util.Duration;

/** Shows for a moment at a place of the picture that a click was stopped there. It can be seen on any colour, and is in no one's way. */
final class StopMark extends Group {
    private static final double RADIUS = 16;
    private static final Duration STAYS = Duration.seconds(2);

    private final PauseTransition end = new PauseTransition(STAYS);
    private int pictureX;
    private int pictureY;

    StopMark() {
        setId("stopMark");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren()
                .addAll(
                        styled(new Circle(RADIUS), "stop-mark-edge"),
                        styled(slash(), "stop-mark-edge"),
                        styled(new Circle(RADIUS), "stop-mark-line"),
                        styled(slash(), "stop-mark-line"));
        end.setOnFinished(event -> setVisible(false));
    }

    private static Line slash() {
        double end = RADIUS * Math.sqrt(0.5);
        return new Line(-end, -end, end, end);
    }

    private static Shape styled(Shape shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }

    /** In pixels of the picture. */
    void show(int x, int y) {
        pictureX = x;
        pictureY = y;
        setVisible(true);
        end.playFromStart();
    }

    void hide() {
        end.stop();
        setVisible(false);
    }

    void place(ScreenView view) {
        setLayoutX(view.viewX(pictureX));
        setLayoutY(view.viewY(pictureY));
    }
}
