package org.beistand.client.ui.viewer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import javafx.scene.text.TextAlignment;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.session.RemoteHands;
import org.beistand.client.session.Viewer;
import org.beistand.client.ui.base.Icon;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.value.ShareKind;

/**
 * The screen of another computer in a frame: all of it or one monitor, whole or pixel by pixel, with its pointer, and operable
 * where that is allowed.
 */
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
    private final Label maskedSign = new Label();
    private final ObjectProperty<ShareKind> maskedKind = new SimpleObjectProperty<>(ShareKind.EVERYTHING);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.FIT);
    private final ReadOnlyDoubleWrapper percent = new ReadOnlyDoubleWrapper(100);
    private final ReadOnlyObjectWrapper<List<Monitor>> monitors = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<OptionalInt> monitor = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Viewer.Sharpness> sharpness =
            new ReadOnlyObjectWrapper<>(Viewer.Sharpness.EXACT);
    private final OperatingHands operating;
    private Area picture = new Area(0, 0, 0, 0);
    private Placement placement = Placement.NOTHING;
    private double drawnScale;
    private Optional<Anchor> anchor = Optional.empty();
    private PointerShape shape = PointerShape.NONE;
    private int pointerX;
    private int pointerY;
    private boolean pointerVisible;

    /** A place of the picture that is to stay at its place of the frame when it is drawn larger or smaller. */
    private record Anchor(double pictureX, double pictureY, double frameX, double frameY) {}

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
        pausedSign.setWrapText(true);
        pausedSign.setVisible(false);
        pausedSign.setMouseTransparent(true);
        maskedSign.setId("screenMasked");
        maskedSign
                .textProperty()
                .bind(texts.follow(
                        () -> texts.of("viewer.masked." + maskedKind.get().name()), maskedKind));
        maskedSign.getStyleClass().add("masked-sign");
        maskedSign.setWrapText(true);
        maskedSign.setTextAlignment(TextAlignment.CENTER);
        maskedSign.setVisible(false);
        maskedSign.setMouseTransparent(true);
        getChildren().addAll(frame, across, down, maskedSign, pausedSign);
        operating = new OperatingHands(this);
        new LookingHands(this, operating::active);
        monitor.addListener((value, before, now) -> requestLayout());
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
    public ObjectProperty<Zoom> zoom() {
        return zoom;
    }

    /** How large it is drawn now, in percent; the same as {@link #zoom} unless that fits it to the frame. */
    public ReadOnlyDoubleProperty percent() {
        return percent.getReadOnlyProperty();
    }

    /** The monitors that the other computer told of; empty if it told of none. */
    public ReadOnlyObjectProperty<List<Monitor>> monitors() {
        return monitors.getReadOnlyProperty();
    }

    /** The number of the only monitor that is to be seen; all are seen if it is empty, or while there is no such monitor. */
    public ObjectProperty<OptionalInt> monitor() {
        return monitor;
    }

    /** How sharp the picture is that is shown. */
    public ReadOnlyObjectProperty<Viewer.Sharpness> sharpness() {
        return sharpness.getReadOnlyProperty();
    }

    /** Draws the picture larger or smaller around the middle of what can be seen. */
    public void zoomTo(Zoom wanted) {
        zoomTo(wanted, getWidth() / 2, getHeight() / 2);
    }

    void zoomTo(Zoom wanted, double viewX, double viewY) {
        double x = viewX * scale();
        double y = viewY * scale();
        Area seen = placement.seen();
        if (shows()) {
            anchor = Optional.of(new Anchor(
                    seen.x() + (x - placement.left()) * seen.width() / placement.drawnWidth(),
                    seen.y() + (y - placement.top()) * seen.height() / placement.drawnHeight(),
                    x,
                    y));
        }
        zoom.set(wanted);
        requestLayout();
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

    void begin(int width, int height) {
        picture = new Area(0, 0, width, height);
        tiles.begin(width, height);
        monitors.set(List.of());
        sharpness.set(Viewer.Sharpness.EXACT);
        drawnScale = 0;
        requestLayout();
    }

    void monitors(List<Monitor> now) {
        monitors.set(now);
        requestLayout();
    }

    void sharpness(Viewer.Sharpness now) {
        sharpness.set(now);
    }

    void update(Picture whole, List<Area> changed) {
        tiles.update(whole, changed);
    }

    void end() {
        picture = new Area(0, 0, 0, 0);
        tiles.begin(0, 0);
        monitors.set(List.of());
        sharpness.set(Viewer.Sharpness.EXACT);
        pointerVisible = false;
        stopMark.hide();
        placePointer();
        paused(false);
        maskedSign.setVisible(false);
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

    /** Says that what is grey is hidden on purpose. */
    void masked(PictureMasked masked) {
        maskedKind.set(masked.kind());
        maskedSign.setVisible(!masked.isWhole());
        requestLayout();
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
        return !picture.isEmpty();
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

    /** Windows and Linux show a cursor in the screen's own pixels, macOS in logical ones. */
    private int ownCursorScale() {
        return System.getProperty("os.name", "").startsWith("Mac") ? 1 : placement.unit();
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

    /** Scrolls by logical pixels, where there is something to scroll. @return whether anything moved */
    boolean scroll(double right, double below) {
        double wasAcross = across.getValue();
        double wasDown = down.getValue();
        across.setValue(Math.clamp(wasAcross + right * scale(), 0, across.getMax()));
        down.setValue(Math.clamp(wasDown + below * scale(), 0, down.getMax()));
        return across.getValue() != wasAcross || down.getValue() != wasDown;
    }

    /** The part of this view that shows the picture, without its scroll bars. */
    javafx.geometry.Bounds frameBounds() {
        return frame.getBoundsInParent();
    }

    /** The chosen monitor, or all of the picture. */
    private Area seen() {
        return monitors.get().stream()
                .filter(one -> monitor.get().isPresent() && monitor.get().getAsInt() == one.id())
                .map(Monitor::area)
                .findFirst()
                .orElse(picture);
    }

    private void placePointer() {
        // While she operates the other computer her own pointer shows its shape at once; the real one is drawn where it
        // differs, so that she sees how far it has come.
        boolean hidden = !pointerVisible
                || !shows()
                || !placement.seen().contains(pointerX, pointerY)
                || operating.pointsAt(pointerX, pointerY);
        pointer.setVisible(!hidden);
        pointer.setImage(shape.image());
        double scale = scale();
        // Never smaller than it is, or nobody would find it; and in whole pixels, so that it stays sharp.
        long times = Math.max(placement.unit(), Math.round(placement.percent() * placement.unit() / 100));
        pointer.setFitWidth(shape.width() * times / scale);
        pointer.setFitHeight(shape.height() * times / scale);
        pointer.setLayoutX(Math.round(placement.frameX(pointerX) - shape.hotX() * times) / scale);
        pointer.setLayoutY(Math.round(placement.frameY(pointerY) - shape.hotY() * times) / scale);
        setCursor(operating.active() && shows() ? shape.cursor(ownCursorScale()) : null);
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        if (shows()) {
            layoutPicture(scale);
        } else {
            across.setVisible(false);
            down.setVisible(false);
        }
        double maskedWidth = Math.min(getWidth(), maskedSign.prefWidth(-1));
        double maskedHeight = maskedSign.prefHeight(maskedWidth);
        maskedSign.resizeRelocate(
                Math.round((getWidth() - maskedWidth) / 2),
                Math.max(0, getHeight() - maskedHeight - 12),
                maskedWidth,
                maskedHeight);
        double signWidth = Math.min(getWidth(), pausedSign.prefWidth(-1));
        pausedSign.resizeRelocate(
                Math.round((getWidth() - signWidth) / 2), 24, signWidth, pausedSign.prefHeight(signWidth));
    }

    private void layoutPicture(double scale) {
        Area seen = seen();
        double factor = Placement.factor(zoom.get(), seen, 1, 1, scale);
        boolean fits = zoom.get() instanceof Zoom.Fit;
        double wanted = Math.round(seen.height() * factor);
        double wantedAcross = Math.round(seen.width() * factor);
        boolean needsDown = !fits && wanted > getHeight() * scale;
        boolean needsAcross = !fits && wantedAcross > (getWidth() - (needsDown ? BAR : 0)) * scale;
        needsDown = !fits && wanted > (getHeight() - (needsAcross ? BAR : 0)) * scale;
        double frameWidth = Math.max(1, getWidth() - (needsDown ? BAR : 0));
        double frameHeight = Math.max(1, getHeight() - (needsAcross ? BAR : 0));
        int ownWidth = (int) Math.max(1, Math.floor(frameWidth * scale));
        int ownHeight = (int) Math.max(1, Math.floor(frameHeight * scale));
        range(across, needsAcross, wantedAcross, ownWidth);
        range(down, needsDown, wanted, ownHeight);
        anchor.ifPresent(fixed -> {
            keep(across, (fixed.pictureX - seen.x()) * factor - fixed.frameX);
            keep(down, (fixed.pictureY - seen.y()) * factor - fixed.frameY);
        });
        anchor = Optional.empty();
        across.resizeRelocate(0, frameHeight, frameWidth, BAR);
        down.resizeRelocate(frameWidth, 0, BAR, frameHeight);
        frame.resizeRelocate(0, 0, frameWidth, frameHeight);
        clip.setWidth(frameWidth);
        clip.setHeight(frameHeight);
        Placement next = Placement.of(zoom.get(), seen, ownWidth, ownHeight, scale, across.getValue(), down.getValue());
        if (next.drawnWidth() != placement.drawnWidth()
                || next.drawnHeight() != placement.drawnHeight()
                || !next.seen().equals(placement.seen())
                || drawnScale != scale) {
            tiles.drawAt(seen, next.drawnWidth(), next.drawnHeight(), scale);
            drawnScale = scale;
        }
        placement = next;
        percent.set(next.percent());
        tiles.showing(next.visible(ownWidth, ownHeight));
        tiles.setLayoutX(next.left() / scale);
        tiles.setLayoutY(next.top() / scale);
        stopMark.place(this);
        placePointer();
    }

    private static void keep(ScrollBar bar, double value) {
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }

    private static void range(ScrollBar bar, boolean needed, double drawn, int own) {
        bar.setVisible(needed);
        bar.setMax(Math.max(0, drawn - own));
        bar.setVisibleAmount(bar.getMax() * own / Math.max(1, drawn));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(own);
        bar.setValue(Math.min(bar.getValue(), bar.getMax()));
    }
}
