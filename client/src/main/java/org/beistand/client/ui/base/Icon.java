package org.beistand.client.ui.base;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import org.beistand.protocol.value.Permission;

/** Our own drawings, on a field of 24 by 24. The colour comes from the style class {@code icon}. */
public enum Icon {
    SPEECH("M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-9l-5 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z"
            + "M6 7v1.6h12V7zM6 11.2v1.6h8v-1.6z"),
    EXIT(
            "M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM10.7 6h2.6l-.4 8h-1.8zM12 15.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 0 0 0-2.8z"),
    WARNING("M12 2.5L1.5 21h21zM11.1 9.5h1.8l-.3 6h-1.2zM12 16.7a1.1 1.1 0 1 0 0 2.2a1.1 1.1 0 0 0 0-2.2z"),
    HINT("M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM12 5.6a1.4 1.4 0 1 0 0 2.8a1.4 1.4 0 0 0 0-2.8zM11 10h2v8h-2z"),
    DONE("M9.5 18.6L3 12.1l2.1-2.1 4.4 4.4L18.9 5 21 7.1z"),
    CLOSE("M5.2 3.6L12 10.4l6.8-6.8 1.6 1.6L13.6 12l6.8 6.8-1.6 1.6L12 13.6l-6.8 6.8-1.6-1.6L10.4 12 3.6 5.2z"),
    PAUSE("M6 4h4.5v16H6zM13.5 4H18v16h-4.5z"),
    PLAY("M6 3.5v17L20 12z"),
    EYE("M12 5C7 5 2.9 8 1 12c1.9 4 6 7 11 7s9.1-3 11-7c-1.9-4-6-7-11-7zM12 7.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9z"
            + "M12 10a2 2 0 1 0 0 4a2 2 0 0 0 0-4z"),
    HAND("M5 2l14.2 11.2-6.4.8 3.6 7-2.7 1.3-3.5-7L5 19.6z"),
    FILE_IN("M5 2h9l5 5v15H5zM13 3.5V8h4.5zM11 10v5.2H8.2L12 19.4l3.8-4.2H13V10z"),
    FILE_OUT("M5 2h9l5 5v15H5zM13 3.5V8h4.5zM12 10l-3.8 4.2H11v5.2h2v-5.2h2.8z"),
    CLIP_IN("M9 2h6v2h4v18H5V4h4zM11 8v5.2H8.2L12 17.6l3.8-4.4H13V8z"),
    CLIP_OUT("M9 2h6v2h4v18H5V4h4zM12 8l-3.8 4.4H11v5.2h2v-5.2h2.8z"),
    PERSON("M12 2.5a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 0 0 0-9.6zM12 13.6c-5 0-9 2.6-9 6V21.5h18v-1.9c0-3.4-4-6-9-6z"),
    SHIELD(
            "M12 1.5L3.5 5v6.3c0 5 3.6 9.6 8.5 11.2 4.9-1.6 8.5-6.2 8.5-11.2V5zM10.7 16L7 12.3l1.5-1.5 2.2 2.2 4.8-4.8 1.5 1.5z"),
    LOCK("M7 9V7a5 5 0 0 1 10 0v2h2v13H5V9zM9 9h6V7a3 3 0 0 0-6 0zM11 13.5v4h2v-4z"),
    COPY("M8 2h12v15H8zM10 4v11h8V4zM4 6h2v14h11v2H4z"),
    GLOBE("M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zM11 4.3v4.2H7.3C8 6.3 9.3 4.8 11 4.3zM13 4.3c1.7.5 3 2 3.7 4.2H13z"
            + "M4.6 10.5h2.2a14 14 0 0 0 0 3H4.6zM8.8 10.5H11v3H8.8zM13 10.5h2.2v3H13zM17.2 10.5h2.2v3h-2.2z"
            + "M7.3 15.5H11v4.2c-1.7-.5-3-2-3.7-4.2zM13 15.5h3.7c-.7 2.2-2 3.7-3.7 4.2z"),
    FOLDER("M2 4h7l2 2.5h11V20H2z"),
    PLUS("M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z"),
    MINUS("M4 11h16v2H4z"),
    MONITOR("M2 4h20v13h-9v2h3v2H8v-2h3v-2H2zM4 6v9h16V6z"),
    WHOLE_SCREEN("M3 3h7v2H5v5H3zM14 3h7v7h-2V5h-5zM3 14h2v5h5v2H3zM19 14h2v7h-7v-2h5z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The drawing that stands for a right, on both sides. */
    public static Icon of(Permission permission) {
        return switch (permission) {
            case VIEW_SCREEN -> EYE;
            case REMOTE_CONTROL -> HAND;
            case SEND_FILE -> FILE_IN;
            case TAKE_FILE -> FILE_OUT;
            case PUT_CLIPBOARD -> CLIP_IN;
            case TAKE_CLIPBOARD -> CLIP_OUT;
        };
    }

    /**
     * A drawing that says nothing to a screen reader: the control that wears it has a name.
     *
     * @param size in logical pixels
     */
    public Node draw(double size) {
        SVGPath drawing = new SVGPath();
        drawing.setContent(path);
        drawing.setFillRule(FillRule.EVEN_ODD);
        drawing.getStyleClass().add("icon");
        double scale = size / 24;
        drawing.getTransforms().add(new javafx.scene.transform.Scale(scale, scale));
        drawing.setManaged(false);
        StackPane field = new StackPane(drawing);
        field.setMinSize(size, size);
        field.setPrefSize(size, size);
        field.setMaxSize(size, size);
        field.setMouseTransparent(true);
        return field;
    }
}
