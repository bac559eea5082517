package org.beistand.client.ui.viewer;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import org.beistand.client.session.RemoteHands;
import org.jspecify.annotations.Nullable;

/**
 * Listens to mouse and keyboard over a screen view. Keys are caught at the window, before any button, mnemonic or shortcut of
 * our own can see them; what is typed for the other computer never does anything here.
 */
final class OperatingHands {
    private static final KeyStrokes.Composing COMPOSING =
            KeyStrokes.Composing.onSystem(System.getProperty("os.name", ""));

    private final ScreenView view;
    private final EventHandler<KeyEvent> keys = this::key;
    private @Nullable Active active;
    private Runnable giveBack = () -> {};
    private final EdgePanning panning;

    private record Active(KeyStrokes keyboard, MouseStrokes mouse) {}

    OperatingHands(ScreenView view) {
        this.view = view;
        this.panning = new EdgePanning(view, this::pointAgain);
        view.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .addListener((value, before, now) -> follow(before, now));
        view.focusedProperty().addListener((value, before, now) -> {
            if (!now) {
                letGo();
            }
        });
        view.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(window -> window.focusedProperty())
                .addListener((value, before, now) -> {
                    if (!Boolean.TRUE.equals(now)) {
                        letGo();
                    }
                });
        view.addEventHandler(MouseEvent.ANY, this::mouse);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> panning.stop());
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.setOnInputMethodTextChanged(this::composed);
        view.setInputMethodRequests(new NoText());
    }

    private void follow(@Nullable Window before, @Nullable Window now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.ANY, keys);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.ANY, keys);
        }
    }

    void take(Optional<RemoteHands> hands) {
        letGo();
        active = hands.map(one -> new Active(new KeyStrokes(one, COMPOSING), new MouseStrokes(one)))
                .orElse(null);
    }

    void onKeyboardGivenBack(Runnable run) {
        giveBack = run;
    }

    boolean active() {
        return active != null;
    }

    boolean pointsAt(int x, int y) {
        return active != null && active.mouse().isAt(x, y);
    }

    /** The picture has moved under the pointer. */
    private void pointAgain(double viewX, double viewY) {
        if (active != null && view.shows()) {
            active.mouse().moved(view.pictureX(viewX), view.pictureY(viewY));
        }
    }

    private void letGo() {
        panning.stop();
        if (active != null) {
            active.keyboard().releaseAll();
        }
    }

    private void key(KeyEvent event) {
        if (active == null || !view.isFocused()) {
            return;
        }
        event.consume();
        if (!active.keyboard().handle(event) && event.getEventType() == KeyEvent.KEY_PRESSED) {
            letGo();
            giveBack.run();
        }
    }

    private void composed(InputMethodEvent event) {
        if (active != null && !event.getCommitted().isEmpty()) {
            active.keyboard().write(event.getCommitted());
        }
        event.consume();
    }

    private void mouse(MouseEvent event) {
        if (event.getTarget() instanceof Node target && target != view) {
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            view.requestFocus();
        }
        if (active == null || !view.shows()) {
            return;
        }
        int x = view.pictureX(event.getX());
        int y = view.pictureY(event.getY());
        if (event.getEventType() == MouseEvent.MOUSE_MOVED || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            active.mouse().moved(x, y);
            panning.at(event.getX(), event.getY());
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            active.keyboard().sendWaiting();
            active.mouse().button(x, y, event.getButton(), true, view.tiles().sighting(x, y));
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            active.mouse().button(x, y, event.getButton(), false, Optional.empty());
        }
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        if (active == null) {
            return;
        }
        double right = notches(event.getDeltaX(), event.getMultiplierX()) * view.platformScale();
        double down = notches(event.getDeltaY(), event.getMultiplierY()) * view.platformScale();
        if (view.shows() && !event.isInertia()) {
            int x = view.pictureX(event.getX());
            int y = view.pictureY(event.getY());
            active.mouse().wheel(x, y, right, down, () -> view.tiles().sighting(x, y));
        }
        event.consume();
    }

    private static double notches(double delta, double multiplier) {
        return multiplier == 0 ? 0 : -delta / multiplier;
    }

    /** There is no text here to look at; an input method may still write. */
    private static final class NoText implements InputMethodRequests {
        @Override
        public Point2D getTextLocation(int offset) {
            return Point2D.ZERO;
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return 0;
        }

        @Override
        public void cancelLatestCommittedText() {}

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
