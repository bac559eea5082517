package org.beistand.client.ui.viewer;

import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/**
 * Mouse, wheel and keyboard of somebody who only looks: they move the picture in its frame and draw it larger or smaller. While
 * the picture is operated they belong to the other computer, all but two fingers that are spread.
 */
final class LookingHands {
    private static final double NOTCH = 60;
    private static final double ARROW = 60;
    private static final double FAR = 1_000_000;

    private final ScreenView view;
    private final BooleanSupplier operating;
    private final Map<KeyCode, Runnable> zooming;
    private final Map<KeyCode, Runnable> scrolling;
    private double dragX;
    private double dragY;
    private double turned;
    private double pinched;

    LookingHands(ScreenView view, BooleanSupplier operating) {
        this.view = view;
        this.operating = operating;
        this.zooming = zooming();
        this.scrolling = scrolling();
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.setOnZoomStarted(event -> pinched = view.percent().get());
        view.setOnZoom(this::pinch);
    }

    private boolean looking() {
        return view.shows() && !operating.getAsBoolean();
    }

    private void scroll(ScrollEvent event) {
        if (!looking()) {
            return;
        }
        double right = event.getMultiplierX() == 0 ? 0 : -event.getDeltaX() / event.getMultiplierX();
        double down = event.getMultiplierY() == 0 ? 0 : -event.getDeltaY() / event.getMultiplierY();
        if (event.isShortcutDown()) {
            turn(down * view.platformScale(), event.getX(), event.getY());
        } else {
            view.scroll(right * view.platformScale() * NOTCH, down * view.platformScale() * NOTCH);
        }
        event.consume();
    }

    /** One step a notch; a touch pad turns in fractions of one. */
    private void turn(double down, double x, double y) {
        turned += down;
        while (Math.abs(turned) >= 1) {
            double percent = view.percent().get();
            view.zoomTo(turned < 0 ? Zoom.larger(percent) : Zoom.smaller(percent), x, y);
            view.layout();
            turned -= Math.signum(turned);
        }
    }

    private void pinch(ZoomEvent event) {
        if (view.shows()) {
            pinched = Math.clamp(pinched * event.getZoomFactor(), Zoom.SMALLEST, Zoom.LARGEST);
            view.zoomTo(new Zoom.Percent(pinched), event.getX(), event.getY());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        dragX = event.getX();
        dragY = event.getY();
    }

    /** The picture follows the hand. */
    private void drag(MouseEvent event) {
        if (looking() && event.getTarget() == view && event.getButton() == MouseButton.PRIMARY) {
            view.scroll(dragX - event.getX(), dragY - event.getY());
            dragX = event.getX();
            dragY = event.getY();
        }
    }

    private void key(KeyEvent event) {
        Runnable wish = (event.isShortcutDown() ? zooming : scrolling).get(event.getCode());
        if (looking() && wish != null) {
            wish.run();
            event.consume();
        }
    }

    private Map<KeyCode, Runnable> zooming() {
        Runnable larger = () -> view.zoomTo(Zoom.larger(view.percent().get()));
        Runnable smaller = () -> view.zoomTo(Zoom.smaller(view.percent().get()));
        Runnable fit = () -> view.zoomTo(Zoom.FIT);
        Runnable actual = () -> view.zoomTo(Zoom.ACTUAL);
        return Map.of(
                KeyCode.PLUS, larger,
                KeyCode.EQUALS, larger,
                KeyCode.ADD, larger,
                KeyCode.MINUS, smaller,
                KeyCode.SUBTRACT, smaller,
                KeyCode.DIGIT0, fit,
                KeyCode.NUMPAD0, fit,
                KeyCode.DIGIT1, actual,
                KeyCode.NUMPAD1, actual);
    }

    private Map<KeyCode, Runnable> scrolling() {
        return Map.of(
                KeyCode.LEFT, () -> view.scroll(-ARROW, 0),
                KeyCode.RIGHT, () -> view.scroll(ARROW, 0),
                KeyCode.UP, () -> view.scroll(0, -ARROW),
                KeyCode.DOWN, () -> view.scroll(0, ARROW),
                KeyCode.PAGE_UP, () -> view.scroll(0, ARROW - view.getHeight()),
                KeyCode.PAGE_DOWN, () -> view.scroll(0, view.getHeight() - ARROW),
                KeyCode.HOME, () -> view.scroll(-FAR, -FAR),
                KeyCode.END, () -> view.scroll(FAR, FAR));
    }
}
