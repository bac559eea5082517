package org.beistand.client.ui.base;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.beistand.protocol.value.Language;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Shows real windows to tests: operates them, looks at them, and takes pictures of them. */
public final class Showroom {
    static {
        // As quick as the windows can follow.
        System.setProperty("testfx.robot.move_max_count", "2");
        System.setProperty("testfx.robot.write_sleep", "1");
    }

    private final FxRobot robot = new FxRobot();

    public Showroom() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("no display", e);
        }
        run(Look::start);
    }

    public FxRobot robot() {
        return robot;
    }

    /** Runs on the FX thread and waits for it. */
    public void run(Runnable task) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(task));
        settle();
    }

    public <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    /** Until the windows have nothing left to do. */
    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens a window in the middle of the screen. */
    public Stage open(Consumer<Stage> content) {
        Stage stage = ask(() -> {
            Stage made = new Stage();
            content.accept(made);
            made.show();
            made.toFront();
            made.requestFocus();
            return made;
        });
        // The window system puts a window in its place a moment later.
        drawn();
        return stage;
    }

    public void closeAll() {
        robot.release(new javafx.scene.input.KeyCode[0]);
        robot.release(new javafx.scene.input.MouseButton[0]);
        run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    public <N extends Node> N find(String query, Class<N> kind) {
        settle();
        return robot.lookup(query).queryAs(kind);
    }

    /** Opens a menu, which is a window of its own and comes when the window system has time for it, and chooses from it. */
    public void choose(String menu, String item) {
        robot.clickOn(menu);
        eventually(() -> shows(item));
        robot.clickOn(item);
        settle();
    }

    public boolean shows(String query) {
        settle();
        return robot.lookup(query).queryAll().stream().anyMatch(Showroom::isSeen);
    }

    /** The words of a label or button, without the mark of its mnemonic. */
    public String words(String query) {
        return ask(() -> find0(query).getText());
    }

    private Labeled find0(String query) {
        return robot.lookup(query).queryAs(Labeled.class);
    }

    private static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null
                && node.getScene().getWindow() != null
                && node.getScene().getWindow().isShowing();
    }

    /** Words that do not fit into their place, and places that do not fit into their window. */
    public List<String> cutWords(Scene scene) {
        return ask(() -> {
            List<String> cut = new ArrayList<>();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            walk(scene.getRoot(), node -> {
                if (node instanceof Labeled labeled && isSeen(labeled)) {
                    lookAt(labeled, scene, cut);
                }
            });
            return cut;
        });
    }

    private static void lookAt(Labeled labeled, Scene scene, List<String> cut) {
        String wanted = labeled.getText() == null ? "" : labeled.getText();
        if (wanted.isEmpty()) {
            return;
        }
        if (labeled.lookup(".text") instanceof Text text) {
            String plain = labeled.isMnemonicParsing() ? plain(wanted) : wanted;
            if (!text.getText().equals(plain)) {
                cut.add(labeled.getId() + " shows «" + text.getText() + "» of «" + plain + "»");
            }
        }
        Bounds place = labeled.localToScene(labeled.getLayoutBounds());
        boolean scrolls = false;
        double left = 0;
        double right = scene.getWidth();
        for (Node up = labeled; up != null; up = up.getParent()) {
            if (up.getStyleClass().contains("viewport")) {
                scrolls = true;
                Bounds seen = up.localToScene(up.getLayoutBounds());
                left = Math.max(left, seen.getMinX());
                right = Math.min(right, seen.getMaxX());
            }
        }
        if (place.getMinX() < left - 0.5
                || place.getMaxX() > right + 0.5
                || (!scrolls && (place.getMinY() < -0.5 || place.getMaxY() > scene.getHeight() + 0.5))) {
            cut.add(labeled.getId() + " «" + wanted + "» lies outside: " + place);
        }
    }

    private static String plain(String words) {
        return words.replaceFirst("\\(_(.)\\)", "($1)").replaceFirst("_", "");
    }

    /** Controls that a screen reader has no name for. */
    public List<String> nameless(Scene scene) {
        return ask(() -> {
            List<String> nameless = new ArrayList<>();
            List<Node> named = new ArrayList<>();
            walk(scene.getRoot(), node -> {
                if (node instanceof Label label && label.getLabelFor() != null) {
                    named.add(label.getLabelFor());
                }
            });
            walk(scene.getRoot(), node -> {
                if (node instanceof Control control && isSeen(control) && !hasName(control, named)) {
                    nameless.add(
                            control.getClass().getSimpleName() + " " + control.getId() + " " + control.getStyleClass());
                }
            });
            return nameless;
        });
    }

    private static boolean hasName(Control control, List<Node> named) {
        boolean spoken = control.getAccessibleText() != null
                && !control.getAccessibleText().isBlank();
        boolean written = control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        boolean partOfAnother = control instanceof ScrollBar && control.getParent() instanceof Control;
        boolean emptyLabel = control instanceof Label
                && control.getAccessibleText() == null
                && ((Label) control).getText().isEmpty();
        return spoken || written || named.contains(control) || partOfAnother || emptyLabel;
    }

    private static void walk(Node node, Consumer<Node> visit) {
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }

    /** Waits for something that the window system does in its own time. */
    public void eventually(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("it never came true", e);
        }
    }

    /** Until what was laid out has been drawn too, also by the window system. */
    public void drawn() {
        CountDownLatch pulses = new CountDownLatch(6);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.countDown();
            }
        };
        settle();
        run(timer::start);
        try {
            if (!pulses.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing is drawn any more");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        run(timer::stop);
    }

    /** Writes what stands on the screen where this window is. */
    public Path picture(Stage stage, String name, Language language) {
        drawn();
        double scale = ask(stage::getOutputScaleX);
        WritableImage image = ask(() -> new Robot()
                .getScreenCapture(
                        null, new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()), false));
        Path file = Path.of(
                "target",
                "screenshots",
                name + "-" + language.locale().getLanguage() + "-" + Math.round(scale * 100) + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(toAwt(image), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static BufferedImage toAwt(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage awt = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                awt.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return awt;
    }

    /**
     * Whether a window is looked through for something to draw, again and again, by the pulses of JavaFX. What ends by itself does not
     * count, such as the time in which a second click would make a double click.
     */
    public boolean isLookedThrough() {
        Scene watched = ask(() -> Window.getWindows().stream()
                .filter(Window::isShowing)
                .findFirst()
                .orElseThrow()
                .getScene());
        settle();
        for (int i = 0; i < 40; i++) {
            if (!hasTenPulsesInASecond(watched)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasTenPulsesInASecond(Scene watched) {
        CountDownLatch pulses = new CountDownLatch(10);
        Runnable count = pulses::countDown;
        run(() -> watched.addPreLayoutPulseListener(count));
        try {
            return pulses.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            run(() -> watched.removePreLayoutPulseListener(count));
        }
    }
}
