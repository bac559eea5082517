package org.beistand.client.ui.viewer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.platform.x11.VirtualDisplay;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.client.screen.ScreenDecoder;
import org.beistand.client.screen.ScreenEncoder;
import org.beistand.client.ui.base.Look;
import org.beistand.client.ui.base.Showroom;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A real screen, taken, encoded, decoded and drawn in a real window: another program that takes a picture of both sees the same
 * pixels. The screen changes its size on the way, and its colours, windows and pointer all the time.
 */
@Timeout(120)
final class WholeWayOfAPixelTest {
    private static final Duration MOMENT = Duration.ofMillis(400);

    private final Showroom room = new Showroom();
    private final VirtualDisplay theirs = VirtualDisplay.start(640, 480).withWindowManager();
    private ScreenView view;
    private ScreenViewer viewer;
    private Picture taken = new Picture(1, 1);
    private Picture decoded = new Picture(1, 1);
    private Optional<ScreenEncoder> encoder = Optional.empty();
    private Optional<ScreenDecoder> decoder = Optional.empty();

    @AfterEach
    void everythingEnds() {
        room.closeAll();
        theirs.close();
        encoder.ifPresent(ScreenEncoder::close);
        decoder.ifPresent(ScreenDecoder::close);
    }

    private void fill(Stage stage) {
        view = new ScreenView(new Texts(Language.ENGLISH));
        view.zoom().set(Zoom.ACTUAL);
        Scene scene = new Scene(new StackPane(view), 660, 500);
        Look.dress(scene);
        stage.setScene(scene);
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setX(20);
        stage.setY(30);
    }

    /** As a session does it, for as long as there are changes. */
    private void follow(ScreenSource screen) throws Exception {
        do {
            Area bounds = screen.bounds();
            if (!taken.area().equals(bounds)) {
                begin(bounds);
            }
            ScreenSource.Grabbed grabbed = screen.grab(taken);
            Optional<Octets> encoded = encoder.orElseThrow().encode(taken, grabbed.damage(), grabbed.moves());
            if (encoded.isPresent()) {
                show(decoder.orElseThrow().apply(encoded.get(), decoded));
            }
            ScreenSource.Pointer pointer = screen.pointer();
            viewer.pointer(pointer.x(), pointer.y(), pointer.visible());
        } while (screen.awaitChange(MOMENT) || encoder.orElseThrow().owes());
    }

    private void begin(Area bounds) {
        encoder.ifPresent(ScreenEncoder::close);
        decoder.ifPresent(ScreenDecoder::close);
        taken = new Picture(bounds.width(), bounds.height());
        decoded = new Picture(bounds.width(), bounds.height());
        encoder = Optional.of(new ScreenEncoder(bounds.width(), bounds.height()));
        decoder = Optional.of(new ScreenDecoder(bounds.width(), bounds.height()));
        viewer.begin(bounds.width(), bounds.height());
    }

    private void show(List<Area> changed) throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        viewer.show(decoded, changed, shown::countDown);
        assertTrue(shown.await(20, TimeUnit.SECONDS));
    }

    private static int[] pixels(byte[] rgb) {
        int[] pixels = new int[rgb.length / 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
        }
        return pixels;
    }

    /** Both screens, seen by another program. */
    private void bothLookTheSame(int width, int height) {
        room.drawn();
        int[] owner = pixels(theirs.runForBytes("import", "-silent", "-window", "root", "-depth", "8", "rgb:-"));
        Point2D corner = room.ask(() -> view.localToScreen(view.viewX(0), view.viewY(0)));
        String part = width + "x" + height + "+" + Math.round(corner.getX()) + "+" + Math.round(corner.getY());
        int[] drawn = pixels(run("import", "-silent", "-window", "root", "-crop", part, "-depth", "8", "rgb:-"));
        assertEquals(width * height, owner.length);
        assertTrue(Arrays.stream(owner).distinct().count() > 3, "there is nothing to see");
        assertArrayEquals(owner, drawn);
    }

    private static byte[] run(String... command) {
        try {
            Process program = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] written = program.getInputStream().readAllBytes();
            assertEquals(0, program.waitFor());
            return written;
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anotherProgramSeesTheSameOnBothScreensAlsoAfterTheSizeHasChanged() throws Exception {
        room.open(this::fill);
        viewer = new ScreenViewer(view, Platform::runLater);
        theirs.run("xsetroot", "-mod", "7", "5", "-fg", "#12AB9F", "-bg", "#E0712C");
        theirs.start("xterm", "-title", "letters", "-geometry", "50x15+30+40", "-e", "sh", "-c", "ls -l /; read x");
        String window = Long.toString(theirs.awaitWindow("letters"));
        theirs.run("xdotool", "mousemove", "600", "450");
        try (ScreenSource screen = new X11Desktop(theirs.name()).openScreen()) {
            follow(screen);
            hidePointer();
            bothLookTheSame(640, 480);
            for (int step = 1; step <= 4; step++) {
                theirs.run("xdotool", "windowmove", window, "" + 41 * step, "" + 17 * step);
                screen.grab(taken); // a picture is half way when the size changes
                theirs.resize(640 - 40 * step, 480 - 30 * step);
                theirs.run("xdotool", "mousemove", "" + 10 * step, "" + 20 * step);
                VirtualDisplay.eventually("the size", () -> screen.bounds().width() < 640);
                follow(screen);
                assertEquals(10 * step, screen.pointer().x());
                pointerStands(10 * step, 20 * step);
                hidePointer();
                bothLookTheSame(640 - 40 * step, 480 - 30 * step);
            }
        }
    }

    /** It is drawn where it is, whatever size the screen has by now. */
    private void pointerStands(int x, int y) {
        room.drawn();
        assertTrue(room.ask(() -> view.pointerNode().isVisible()));
        assertEquals(
                room.ask(() -> view.viewX(x)), room.ask(() -> view.pointerNode().getLayoutX()), 0.6);
        assertEquals(
                room.ask(() -> view.viewY(y)), room.ask(() -> view.pointerNode().getLayoutY()), 0.6);
    }

    /** It is not part of the picture, and another program does not see it. */
    private void hidePointer() {
        viewer.pointer(0, 0, false);
    }
}
