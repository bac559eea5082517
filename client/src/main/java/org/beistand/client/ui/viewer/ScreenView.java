package org.beistand.client.ui.viewer;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.session.RemoteHands;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Texts;

/** The screen of another computer in a frame: whole or pixel by pixel, with its pointer, and operable where that is allowed. */
public final class ScreenView extends Region {
    private static final double BAR = 14;

    private final PictureTiles tiles = new PictureTiles();
    private final ImageView pointer = new ImageView();
    private final StopMark stopMark = new StopMark();
    private final Pane frame = new Pane(tiles, pointer, stopMark);
    private final Rectangle clip = new Rectangle();
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private final Label pausedSign;
    private final ObjectProperty<Placement.Zoom> zoom = new SimpleObjectProperty<>(Placement.Zoom.FIT);
    private final OperatingHands operating;
    private int width;
    private int height;
    private Placement placement = Placement.of(Placement.Zoom.ACTUAL, 1, 1, 1, 1, 1, 0, 0);
    private double drawnScale;
    private PointerShape shape = PointerShape.NONE;
    private int pointerX;
    private int pointerY;
    private boolean pointerVisible;

    public ScreenView(Texts texts) {
        setId("screen");
        getStyleClass().add("screen-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        accessibleTextProperty().bind(texts.follow("viewer.name"));
        frame.setClip(clip);
        frame.setMouseTransparent(true);
        pointer.setManaged(false);
        pointer.setVisible(false);
        across.accessibleTextProperty().bind(texts.follow("viewer.across"));
        down.accessibleTextProperty().bind(texts.follow("viewer.down"));
        pausedSign = new Label();
        pausedSign.setId("screenPaused");
        pausedSign.textProperty().bind(texts.follow("viewer.paused"));
        pausedSign.setGraphic(Icon.PAUSE.draw(16));
        pausedSign.getStyleClass().add("paused-sign");
        pausedSign.setVisible(false);
        pausedSign.setMouseTransparent(true);
        getChildren().addAll(frame, across, down, pausedSign);
        operating = new OperatingHands(this);
        zoom.addListener((value, before, now) -> requestLayout());
        across.valueProperty().addListener((value, before, now) -> requestLayout());
        down.valueProperty().addListener((value, before, now) -> requestLayout());
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        return bar;
    }

    /** How large the picture is drawn. */
    public void zoom(boolean actualSize) {
        zoom.set(actualSize ? Placement.Zoom.ACTUAL : Placement.Zoom.FIT);
    }

    /** Mouse and keyboard go there while this view has the focus; empty for nowhere. */
    public void operate(Optional<RemoteHands> hands) {
        operating.take(hands);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("operating"), hands.isPresent());
        placePointer();
    }

    /** Run when the person wants to have the keyboard back for this window, with F11. */
    public void onKeyboardGivenBack(Runnable giveBack) {
        operating.onKeyboardGivenBack(giveBack);
    }

    void begin(int pictureWidth, int pictureHeight) {
        width = pictureWidth;
        height = pictureHeight;
        tiles.begin(width, height);
        drawnScale = 0;
        requestLayout();
    }

    void update(Picture picture, List<Area> changed) {
        tiles.update(picture, changed);
    }

    void end() {
        width = 0;
        height = 0;
        tiles.getChildren().clear();
        pointerVisible = false;
        stopMark.hide();
        placePointer();
        paused(false);
    }

    void paused(boolean now) {
        pausedSign.setVisible(now);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("paused"), now);
        requestLayout();
    }

    /** A click at this pixel was stopped. */
    void stopped(int x, int y) {
        if (shows()) {
            stopMark.show(x, y);
            stopMark.place(this);
        }
    }

    void pointer(int x, int y, boolean visible) {
        pointerX = x;
        pointerY = y;
        pointerVisible = visible;
        placePointer();
    }

    void shape(PointerShape now) {
        shape = now;
        placePointer();
    }

    boolean shows() {
        return width > 0;
    }

    /** The screen's own pixels per logical pixel. */
    double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    /** By what a wheel's way was divided: macOS counts it in logical pixels already, the others do not. */
    double platformScale() {
        return System.getProperty("os.name", "").startsWith("Mac") ? 1 : scale();
    }

    int pictureX(double viewX) {
        return placement.pictureX(viewX * scale());
    }

    int pictureY(double viewY) {
        return placement.pictureY(viewY * scale());
    }

    /** Where this pixel of the picture begins, in this view's coordinates. */
    double viewX(int pictureX) {
        return placement.frameX(pictureX) / scale();
    }

    double viewY(int pictureY) {
        return placement.frameY(pictureY) / scale();
    }

    PictureTiles tiles() {
        return tiles;
    }

    Node pointerNode() {
        return pointer;
    }

    /** Scrolls by notches, where there is something to scroll. */
    void scroll(double right, double below) {
        across.setValue(Math.clamp(across.getValue() + right * 60 * scale(), 0, across.getMax()));
        down.setValue(Math.clamp(down.getValue() + below * 60 * scale(), 0, down.getMax()));
    }

    private void placePointer() {
        // While she operates the other computer her own pointer shows its shape at once; the real one is drawn where it
        // differs, so that she sees how far it has come.
        boolean hidden = !pointerVisible || width == 0 || operating.pointsAt(pointerX, pointerY);
        pointer.setVisible(!hidden);
        pointer.setImage(shape.image());
        double scale = scale();
        pointer.setFitWidth(shape.width() / scale);
        pointer.setFitHeight(shape.height() / scale);
        pointer.setLayoutX(Math.round(placement.frameX(pointerX) - shape.hotX()) / scale);
        pointer.setLayoutY(Math.round(placement.frameY(pointerY) - shape.hotY()) / scale);
        setCursor(operating.active() && width > 0 ? shape.cursor() : null);
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        if (width > 0) {
            layoutPicture(scale);
        } else {
            across.setVisible(false);
            down.setVisible(false);
        }
        double signWidth = Math.min(getWidth(), pausedSign.prefWidth(-1));
        pausedSign.resizeRelocate(
                Math.round((getWidth() - signWidth) / 2), 24, signWidth, pausedSign.prefHeight(signWidth));
    }

    private void layoutPicture(double scale) {
        boolean actual = zoom.get() == Placement.Zoom.ACTUAL;
        boolean needsDown = actual && height > getHeight() * scale;
        boolean needsAcross = actual && width > (getWidth() - (needsDown ? BAR : 0)) * scale;
        needsDown = actual && height > (getHeight() - (needsAcross ? BAR : 0)) * scale;
        double frameWidth = Math.max(1, getWidth() - (needsDown ? BAR : 0));
        double frameHeight = Math.max(1, getHeight() - (needsAcross ? BAR : 0));
        int ownWidth = (int) Math.max(1, Math.floor(frameWidth * scale));
        int ownHeight = (int) Math.max(1, Math.floor(frameHeight * scale));
        range(across, needsAcross, width, ownWidth);
        range(down, needsDown, height, ownHeight);
        across.resizeRelocate(0, frameHeight, frameWidth, BAR);
        down.resizeRelocate(frameWidth, 0, BAR, frameHeight);
        frame.resizeRelocate(0, 0, frameWidth, frameHeight);
        clip.setWidth(frameWidth);
        clip.setHeight(frameHeight);
        Placement next =
                Placement.of(zoom.get(), width, height, ownWidth, ownHeight, scale, across.getValue(), down.getValue());
        if (next.drawnWidth() != placement.drawnWidth()
                || next.drawnHeight() != placement.drawnHeight()
                || drawnScale != scale) {
            tiles.drawAt(next.drawnWidth(), next.drawnHeight(), scale);
            drawnScale = scale;
        }
        placement = next;
        tiles.setLayoutX(next.left() / scale);
        tiles.setLayoutY(next.top() / scale);
        stopMark.place(this);
        placePointer();
    }

    private static void range(ScrollBar bar, boolean needed, int picture, int own) {
        bar.setVisible(needed);
        bar.setMax(Math.max(0, picture - own));
        bar.setVisibleAmount(bar.getMax() * own / Math.max(1, picture));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(own);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
    }
}
