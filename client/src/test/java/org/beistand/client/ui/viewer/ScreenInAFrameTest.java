package org.beistand.client.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.session.FakeSession;
import org.beistand.client.session.Views;
import org.beistand.client.sight.Field;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.ShareKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures arrive pixel by pixel, and mouse and keyboard meet the pixel that the person meant, at every zoom and scale. */
@Tag("scales")
final class ScreenInAFrameTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;

    private final Showroom room = new Showroom();
    private final FakeSession session = new FakeSession(Views.inSession().view());
    private final AtomicBoolean ownButton = new AtomicBoolean();
    private ScreenView view;
    private double scale;
    private ScreenViewer viewer;

    @BeforeEach
    void aWindowWithAViewer() {
        room.open(this::fill);
        viewer = new ScreenViewer(view, Platform::runLater);
    }

    private void fill(Stage stage) {
        view = new ScreenView(new Texts(Language.ENGLISH));
        // 500 by 400 of the screen's own pixels at every scale.
        scale = Screen.getPrimary().getOutputScaleX();
        view.setMinSize(500 / scale, 400 / scale);
        view.setPrefSize(500 / scale, 400 / scale);
        view.setMaxSize(500 / scale, 400 / scale);
        Button own = new Button("_Own");
        own.setId("own");
        own.setMnemonicParsing(true);
        own.setDefaultButton(true);
        own.setOnAction(event -> ownButton.set(true));
        Scene scene = new Scene(new VBox(own, view));
        Look.dress(scene);
        stage.setScene(scene);
        // Without a title bar of odd height, so that the robot's whole coordinates mean whole pixels at every scale.
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setX(40);
        stage.setY(40);
    }

    @AfterEach
    void theWindowIsClosed() {
        room.closeAll();
    }

    private void show(Picture picture, Area... changed) {
        CountDownLatch shown = new CountDownLatch(1);
        viewer.show(picture, List.of(changed), shown::countDown);
        try {
            assertTrue(shown.await(10, TimeUnit.SECONDS), "the next picture was never asked for");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        room.settle();
    }

    private static Picture painted(int color) {
        Picture picture = new Picture(WIDTH, HEIGHT);
        Arrays.fill(picture.pixels(), color);
        return picture;
    }

    private void begin(int color) {
        viewer.begin(WIDTH, HEIGHT);
        Picture picture = painted(color);
        show(picture, picture.area());
    }

    /** The colour of this pixel of the picture at its actual size. */
    private int drawnOf(int x, int y) {
        return drawn(x * unit(), y * unit());
    }

    /** Whole pixels of the screen for one of the picture's. */
    private int unit() {
        return (int) Math.floor(scale);
    }

    private int drawn(int x, int y) {
        return room.ask(() -> view.tiles().drawnAt(x, y));
    }

    @Test
    void signsAreReadWholeInANarrowView() {
        viewer.begin(WIDTH, HEIGHT);
        viewer.masked(new PictureMasked(1, ShareKind.PROGRAMS, false, false));
        viewer.paused(true);
        room.run(() -> {
            view.setMinWidth(150);
            view.setMaxWidth(150);
        });
        room.drawn();
        for (String id : List.of("#screenMasked", "#screenPaused")) {
            Label sign = room.find(id, Label.class);
            String read = room.ask(() -> ((Text) sign.lookup(".text")).getText());
            assertEquals(sign.getText(), read.replace("\n", " "), id);
            assertTrue(room.ask(() -> sign.getBoundsInParent().getMinX() >= 0
                    && sign.getBoundsInParent().getMaxX() <= 150
                    && sign.getBoundsInParent().getMaxY() <= view.getHeight()));
        }
    }

    @Test
    void onlyTheAreasThatChangedAreTakenOver() {
        room.run(() -> view.zoomTo(Zoom.ACTUAL));
        begin(0xFF102030);
        show(painted(0xFF405060), new Area(100, 10, 20, 20), new Area(990, 790, 100, 100));
        assertEquals(0xFF102030, drawnOf(99, 10));
        assertEquals(0xFF405060, drawnOf(100, 10));
        assertEquals(0xFF405060, drawnOf(119, 29));
        assertEquals(0xFF102030, drawnOf(120, 29));
        room.run(() -> view.scroll(5000, 5000));
        assertEquals(0xFF102030, drawnOf(989, 789));
        assertEquals(0xFF405060, drawnOf(999, 799));
    }

    @Test
    void aSmallerDrawingIsTheMeanOfWhatLiesUnderIt() {
        viewer.begin(WIDTH, HEIGHT);
        Picture stripes = new Picture(WIDTH, HEIGHT);
        for (int i = 0; i < stripes.pixels().length; i++) {
            stripes.pixels()[i] = i % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
        }
        show(stripes, stripes.area());
        int scaled = drawn(100, 100) & 0xFF;
        assertTrue(Math.abs(scaled - 0x7F) <= 1, "half of white and black, not " + scaled);
    }

    @Test
    void aChangeInTheSmallDrawingLeavesNoTrace() {
        begin(0xFF102030);
        show(painted(0xFFFFFFFF), new Area(401, 333, 3, 3));
        show(painted(0xFF102030), new Area(401, 333, 3, 3));
        for (int y = 160; y < 175; y++) {
            for (int x = 195; x < 210; x++) {
                assertEquals(0xFF102030, drawn(x, y), "at " + x + " " + y);
            }
        }
    }

    @Test
    void theMouseMeetsThePixelUnderItWhenThePictureFits() {
        begin(0xFF808080);
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().moveTo(at(250, 200)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        room.settle();
        assertPressed(1, 500, 400, 2);
        assertTrue(session.strokes().getFirst().startsWith("pointer"), session.strokes()::toString);
        assertTrue(session.strokes().getLast().startsWith("button 1 up"), session.strokes()::toString);
    }

    @Test
    void theMouseMeetsThePixelUnderItWhenScrolledPixelByPixel() {
        room.run(() -> view.zoomTo(Zoom.ACTUAL));
        begin(0xFF808080);
        room.run(() -> view.scroll(120, 60));
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().moveTo(at(10, 20)).press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
        assertPressed(3, (10 + 120 * scale) / unit(), (20 + 60 * scale) / unit(), 1);
    }

    @Test
    void aPressSaysWhatIsShownThereAndNotWhatTheDecoderHasMadeOfItSince() {
        viewer.begin(WIDTH, HEIGHT);
        Picture picture = new Picture(WIDTH, HEIGHT);
        Random noise = new Random(3);
        Arrays.setAll(picture.pixels(), i -> 0xFF000000 | noise.nextInt(0x1000000));
        show(picture, picture.area());
        int[] shown = picture.pixels().clone();
        Arrays.fill(picture.pixels(), 0xFFFFFFFF);
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().moveTo(at(250, 200)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        room.settle();
        String[] words = session.strokes().stream()
                .filter(stroke -> stroke.startsWith("button 1 down "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(session.strokes()))
                .split(" ");
        assertEquals(
                List.of(Field.look(
                        shown, new Area(0, 0, WIDTH, HEIGHT), Integer.parseInt(words[3]), Integer.parseInt(words[4]))),
                session.sightings());
    }

    @Test
    void aStoppedClickIsMarkedAtItsPixelForAMoment() {
        begin(0xFF808080);
        viewer.stopped(500, 400);
        room.settle();
        Node mark = room.ask(() -> room.robot().lookup("#stopMark").query());
        assertTrue(room.ask(mark::isVisible));
        assertEquals(250 / scale, room.ask(mark::getLayoutX), 1);
        assertEquals(200 / scale, room.ask(mark::getLayoutY), 1);
        viewer.end();
        room.settle();
        assertFalse(room.ask(mark::isVisible));
    }

    @Test
    void outsideThePictureTheNearestPixelIsMeant() {
        Placement fit = Placement.of(Zoom.FIT, new Area(0, 0, 1000, 500), 800, 800, 1, 0, 0);
        assertEquals(200, fit.top());
        assertEquals(0, fit.pictureY(10));
        assertEquals(499, fit.pictureY(790));
        assertEquals(999, fit.pictureX(5000));
        assertEquals(0, fit.pictureX(-3));
    }

    @Test
    void everyPixelOfAFittedPictureOnADenseScreenCanBeMet() {
        Placement dense = Placement.of(Zoom.FIT, new Area(0, 0, 640, 480), 1600, 1200, 2, 0, 0);
        assertEquals(1280, dense.drawnWidth());
        for (int x = 0; x < 640; x++) {
            assertEquals(x, dense.pictureX(dense.frameX(x) + 0.5));
        }
    }

    /** @param near how far a pixel of this screen reaches in the picture: that far the mouse may be put beside it */
    private void assertPressed(int button, double x, double y, double near) {
        String[] words = session.strokes().stream()
                .filter(stroke -> stroke.startsWith("button " + button + " down "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(session.strokes()))
                .split(" ");
        assertEquals(x, Double.parseDouble(words[3]), near);
        assertEquals(y, Double.parseDouble(words[4]), near);
    }

    /** @param x in the screen's own pixels */
    private Point2D at(double x, double y) {
        return room.ask(() -> view.localToScreen(x / scale, y / scale));
    }

    @Test
    void theWheelTurnsThereWhileOperatingAndScrollsHereOtherwise() {
        room.run(() -> view.zoomTo(Zoom.ACTUAL));
        begin(0xFF808080);
        room.robot().moveTo(at(100, 100)).scroll(2, javafx.geometry.VerticalDirection.DOWN);
        room.settle();
        assertEquals(List.of(), session.strokes());
        assertTrue(room.ask(() -> view.viewY(0)) < 0, "scrolled here");
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().scroll(1, javafx.geometry.VerticalDirection.UP);
        room.settle();
        assertTrue(
                session.strokes().stream().anyMatch(stroke -> stroke.startsWith("wheel 0 -1")),
                session.strokes()::toString);
    }

    @Test
    void whatIsTypedNeverReachesOurOwnButtons() {
        begin(0xFF808080);
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().clickOn(view);
        room.robot()
                .push(KeyCode.ENTER)
                .push(KeyCode.ALT, KeyCode.O)
                .push(KeyCode.TAB)
                .push(KeyCode.A);
        room.settle();
        assertFalse(ownButton.get());
        assertTrue(session.strokes().contains("key 28 - down"), session.strokes()::toString);
        assertTrue(session.strokes().contains("key 12 o command down"), session.strokes()::toString);
        assertTrue(session.strokes().contains("key 2b - down"), session.strokes()::toString);
        assertTrue(session.strokes().contains("key 4 a down"), session.strokes()::toString);
    }

    @Test
    void theSecurityKeyGivesTheKeyboardBackToThisWindow() {
        begin(0xFF808080);
        AtomicBoolean back = new AtomicBoolean();
        room.run(() -> {
            view.operate(Optional.of(session.hands(Views.id(2))));
            view.onKeyboardGivenBack(() -> back.set(true));
        });
        room.robot().clickOn(view).push(KeyCode.F11);
        assertTrue(back.get());
        assertEquals("release all", session.strokes().getLast());
    }

    @Test
    void losingTheFocusReleasesEverything() {
        begin(0xFF808080);
        room.run(() -> view.operate(Optional.of(session.hands(Views.id(2)))));
        room.robot().clickOn(view);
        room.run(() -> room.robot().lookup("#own").query().requestFocus());
        assertEquals("release all", session.strokes().getLast());
    }

    @Test
    void withoutTheRightNothingIsSent() {
        begin(0xFF808080);
        room.robot().clickOn(view).write("abc");
        assertEquals(List.of(), session.strokes());
    }

    @Test
    void aPausedPictureSaysSo() {
        begin(0xFF808080);
        viewer.paused(true);
        assertTrue(room.shows("#screenPaused"));
        viewer.paused(false);
        assertFalse(room.shows("#screenPaused"));
    }

    @Test
    void theOwnersPointerIsDrawnWhereItIs() {
        begin(0xFF808080);
        viewer.pointerShape(new ScreenSource.Shape(4, 4, 1, 1, new int[16]));
        viewer.pointer(500, 400, true);
        room.settle();
        assertTrue(room.ask(() -> view.pointerNode().isVisible()));
        assertEquals(250 - unit(), room.ask(() -> view.pointerNode().getLayoutX() * scale), 0.6);
        viewer.pointer(500, 400, false);
        room.settle();
        assertFalse(room.ask(() -> view.pointerNode().isVisible()));
    }

    @Test
    void aPictureOfAnotherSizeIsLeftAlone() {
        begin(0xFF102030);
        Picture foreign = new Picture(10, 10);
        show(foreign, foreign.area());
        assertEquals(0xFF102030, drawn(0, 0));
    }
}
