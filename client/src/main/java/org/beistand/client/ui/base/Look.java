package org.beistand.client.ui.base;

import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

/** One look for all windows: a base theme, and our colours by role on top of it. */
public final class Look {
    private static final String BUBBLE = "M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-7l-4.5 4v-4H5"
            + "a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5zM7 8.2v1.4h10V8.2zM7 11.5v1.4h7v-1.4z";

    private Look() {}

    /** Once per program, on the FX thread. */
    public static void start() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    public static void dress(Scene scene) {
        URL sheet = Objects.requireNonNull(Look.class.getResource("/org/beistand/client/ui/beistand.css"));
        scene.getStylesheets().add(sheet.toExternalForm());
    }

    /** The program's picture for title bars and task bars, in the usual sizes. */
    public static void giveIcons(Stage stage) {
        stage.getIcons()
                .setAll(List.of(16, 32, 48, 64, 128).stream()
                        .map(Look::programIcon)
                        .toList());
    }

    private static Image programIcon(int size) {
        Rectangle field = new Rectangle(24, 24, Color.web("#0b57a4"));
        field.setArcWidth(8);
        field.setArcHeight(8);
        SVGPath bubble = new SVGPath();
        bubble.setContent(BUBBLE);
        bubble.setFillRule(FillRule.EVEN_ODD);
        bubble.setFill(Color.WHITE);
        Group drawing = new Group(field, bubble);
        drawing.getTransforms().add(new Scale(size / 24.0, size / 24.0));
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return new Group(drawing).snapshot(clear, null);
    }
}
