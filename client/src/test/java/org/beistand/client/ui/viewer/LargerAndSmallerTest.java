package org.beistand.client.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.Views;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A picture drawn larger and smaller, and the part of it that somebody chose: always sharp, and always the right pixel. */
@Tag("scales")
final class LargerAndSmallerTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final Monitor LEFT = new Monitor(7, "left", new Area(0, 0, 600, HEIGHT), true, 100);
    private static final Monitor RIGHT = new Monitor(8, "right", new Area(600, 100, 400, 300), false, 200);

    private final Showroom room = new Showroom();
    private final FakeSession session = new FakeSession(Views.inSession().view());
    private final Picture noise = noise();
    private ScreenView view;
    private ScreenViewer viewer;
    private double scale;
    private int unit;

    private static Picture noise() {
        Picture picture = new Picture(WIDTH, HEIGHT);
        Random random = new Random(5);
        for (int i = 0; i < picture.pixels().length; i++) {
            picture.pixels()[i] = 0xFF000000 | random.nextInt(1 << 24);
        }
        return picture;
    }

    @BeforeEach
    void aWindowWithAPicture() {
        room.open(this::fill);
        viewer = new ScreenViewer(view, Platform::runLater);
        viewer.begin(WIDTH, HEIGHT);
        viewer.show(noise, List.of(noise.area()), () -> {});
        room.settle();
    }

    private void fill(Stage stage) {
        view = new ScreenView(new Texts(Language.ENGLISH));
        scale = Screen.getPrimary().getOutputScaleX();
        unit = (int) Math.floor(scale);
        view.setMinSize(500 / scale, 400 / scale);
        view.setPrefSize(500 / scale, 400 / scale);
        view.setMaxSize(500 / scale, 400 / scale);
        Scene scene = new Scene(new VBox(view));
        Look.dress(scene);
        stage.setScene(scene);
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setX(40);
        stage.setY(40);
    }

    @AfterEach
    void theWindowIsClosed() {
        room.closeAll();
    }

    private int pixel(int x, int y) {
        return noise.pixels()[y * WIDTH + x];
    }

    private void zoom(Zoom zoom) {
        room.run(() -> view.zoomTo(zoom));
        room.drawn();
    }

    private Point2D at(double x, double y) {
        return room.ask(() -> view.localToScreen(x / scale, y / scale));
    }

    @Test
    void atActualSizeEachPixelIsDrawnWithWholePixels() {
        zoom(Zoom.ACTUAL);
        int left = room.ask(() -> view.pictureX(0));
        int top = room.ask(() -> view.pictureY(0));
        for (int y = 0; y < 100 * unit; y++) {
            for (int x = 0; x < 100 * unit; x++) {
                int wanted = pixel(left + x / unit, top + y / unit);
                int drawnX = left * unit + x;
                int drawnY = top * unit + y;
                assertEquals(wanted, (int) room.ask(() -> view.tiles().drawnAt(drawnX, drawnY)));
                if (x > 20 * unit) {
                    x += 7; // asking takes a while
                }
            }
            y += y > 10 * unit ? 9 : 0;
        }
    }

    @Test
    void whatLiesUnderThePointerStaysThereWhenItIsDrawnLarger() {
        zoom(Zoom.ACTUAL);
        int before = room.ask(() -> view.pictureX(300 / scale));
        int beforeY = room.ask(() -> view.pictureY(250 / scale));
        room.robot().moveTo(at(300, 250)).press(KeyCode.CONTROL);
        room.robot().scroll(2, javafx.geometry.VerticalDirection.UP).release(KeyCode.CONTROL);
        room.drawn();
        assertTrue(room.ask(() -> view.percent().get()) > 120, "larger now");
        assertEquals(before, room.ask(() -> view.pictureX(300 / scale)), 2);
        assertEquals(beforeY, room.ask(() -> view.pictureY(250 / scale)), 2);
        assertEquals(List.of(), session.strokes());
    }

    @Test
    void theKeyboardDrawsLargerSmallerAndScrolls() {
        room.robot().clickOn(view).push(KeyCode.CONTROL, KeyCode.DIGIT1);
        room.drawn();
        assertEquals(100, room.ask(() -> view.percent().get()), 0.5);
        room.robot().push(KeyCode.CONTROL, KeyCode.MINUS);
        room.drawn();
        assertEquals(75, room.ask(() -> view.percent().get()), 0.5);
        room.robot().push(KeyCode.CONTROL, KeyCode.PLUS);
        room.drawn();
        room.robot().push(KeyCode.END);
        room.drawn();
        assertEquals(HEIGHT - 1, room.ask(() -> view.pictureY(view.getHeight() - 20)), 20);
        room.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
        room.drawn();
        assertEquals(Zoom.FIT, room.ask(() -> view.zoom().get()));
    }

    @Test
    void theHandDragsWhoeverOnlyLooks() {
        zoom(new Zoom.Percent(200));
        int before = room.ask(() -> view.pictureX(0));
        room.robot().drag(at(300, 200), javafx.scene.input.MouseButton.PRIMARY).dropTo(at(200, 150));
        room.drawn();
        assertEquals(before + 100 / (2 * unit), room.ask(() -> view.pictureX(0)), 3);
    }

    @Test
    void anEdgePullsThePictureForWhoeverOperatesIt() {
        zoom(Zoom.ACTUAL);
        room.run(() -> view.scroll(-5000, -5000));
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().moveTo(at(200, 200)).moveTo(at(465, 200));
        room.eventually(() -> view.pictureX(0) > 50);
        assertTrue(room.ask(() -> view.pictureY(0)) == 0, "only to the side");
        String last = session.strokes().getLast();
        assertTrue(last.startsWith("pointer") || last.contains("moved"), last);
        room.robot().moveTo(at(200, 200));
        int rests = room.ask(() -> view.pictureX(0));
        room.drawn();
        assertEquals(rests, (int) room.ask(() -> view.pictureX(0)));
    }

    @Test
    void aChosenMonitorFillsTheFrame() {
        room.run(() -> viewer.monitors(List.of(LEFT, RIGHT)));
        room.run(() -> view.monitor().set(OptionalInt.of(8)));
        room.drawn();
        assertEquals(600, (int) room.ask(() -> view.pictureX(0)));
        assertEquals(100, (int) room.ask(() -> view.pictureY(0)));
        assertEquals(999, (int) room.ask(() -> view.pictureX(view.getWidth())));
        zoom(Zoom.ACTUAL);
        room.run(() -> view.scroll(-5000, -5000));
        assertEquals(pixel(605, 103), (int) room.ask(() -> view.tiles().drawnAt(5 * unit, 3 * unit)));
        Picture changed = new Picture(WIDTH, HEIGHT);
        viewer.show(changed, List.of(new Area(590, 100, 11, 2)), () -> {});
        room.settle();
        assertEquals(0xFF000000, (int) room.ask(() -> view.tiles().drawnAt(0, unit)));
        assertEquals(pixel(601, 101), (int) room.ask(() -> view.tiles().drawnAt(unit, unit)));
    }

    @Test
    void anUnpluggedMonitorShowsAllAndComesBackWhenItDoes() {
        room.run(() -> viewer.monitors(List.of(LEFT, RIGHT)));
        room.run(() -> view.monitor().set(OptionalInt.of(8)));
        room.run(() -> viewer.monitors(List.of(LEFT)));
        room.drawn();
        assertEquals(0, (int) room.ask(() -> view.pictureX(0)));
        room.run(() -> viewer.monitors(List.of(LEFT, RIGHT)));
        room.drawn();
        assertEquals(600, (int) room.ask(() -> view.pictureX(0)));
    }

    @Test
    void aPointerOnAMonitorThatIsNotSeenIsNotDrawn() {
        room.run(() -> viewer.monitors(List.of(LEFT, RIGHT)));
        room.run(() -> view.monitor().set(OptionalInt.of(8)));
        viewer.pointerShape(new ScreenSource.Shape(4, 4, 1, 1, new int[16]));
        viewer.pointer(20, 20, true);
        room.drawn();
        assertFalse(room.ask(() -> view.pointerNode().isVisible()));
        viewer.pointer(620, 120, true);
        room.drawn();
        assertTrue(room.ask(() -> view.pointerNode().isVisible()));
    }

    @Test
    void aPictureOfAnotherSizeTakesThePlaceOfThisOne() {
        zoom(new Zoom.Percent(300));
        room.run(() -> view.scroll(5000, 5000));
        Picture small = new Picture(64, 48);
        java.util.Arrays.fill(small.pixels(), 0xFF123456);
        viewer.begin(64, 48);
        viewer.show(small, List.of(small.area()), () -> {});
        room.drawn();
        assertEquals(0xFF123456, (int) room.ask(() -> view.tiles().drawnAt(63 * 3 * unit, 47 * 3 * unit)));
        assertEquals(63, (int) room.ask(() -> view.pictureX(5000)));
    }

    @Test
    void aPointerThatCannotBeSeenIsNotWorn() {
        PointerShape empty = PointerShape.of(new ScreenSource.Shape(16, 16, 0, 0, new int[256]));
        assertEquals(javafx.scene.Cursor.DEFAULT, room.ask(() -> empty.cursor(1)));
        int[] argb = new int[256];
        argb[17] = 0xFF00FF00;
        PointerShape dot = PointerShape.of(new ScreenSource.Shape(16, 16, 1, 1, argb));
        var worn = (javafx.scene.ImageCursor) room.ask(() -> dot.cursor(2));
        assertEquals(32, worn.getImage().getWidth());
        assertEquals(2, worn.getHotspotX());
        assertEquals(0xFF00FF00, worn.getImage().getPixelReader().getArgb(3, 3));
        assertEquals(0, worn.getImage().getPixelReader().getArgb(4, 4));
    }
}
