package org.beistand.client.ui.viewer;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.MouseButton;
import org.beistand.client.session.RemoteHands;
import org.beistand.protocol.session.control.Sighting;

/** Mouse and wheel for the other computer, in pixels of its screen. */
final class MouseStrokes {
    private final RemoteHands hands;
    private int lastX = -1;
    private int lastY = -1;
    private double wheelX;
    private double wheelY;

    MouseStrokes(RemoteHands hands) {
        this.hands = hands;
    }

    /** Moves within one pixel are no news. */
    void moved(int x, int y) {
        if (x != lastX || y != lastY) {
            lastX = x;
            lastY = y;
            hands.pointer(x, y);
        }
    }

    /** @param seen what is shown there */
    void button(int x, int y, MouseButton button, boolean down, Optional<Sighting> seen) {
        int number = switch (button) {
            case PRIMARY -> 1;
            case MIDDLE -> 2;
            case SECONDARY -> 3;
            case BACK -> 4;
            case FORWARD -> 5;
            case NONE -> 0;
        };
        if (number != 0) {
            lastX = x;
            lastY = y;
            hands.button(x, y, number, down, seen);
        }
    }

    /**
     * A touch pad turns the wheel in fractions; they add up.
     *
     * @param right notches
     * @param down notches
     * @param seen what is shown there
     */
    void wheel(int x, int y, double right, double down, Supplier<Optional<Sighting>> seen) {
        wheelX += right;
        wheelY += down;
        int wholeX = (int) wheelX;
        int wholeY = (int) wheelY;
        if (wholeX != 0 || wholeY != 0) {
            wheelX -= wholeX;
            wheelY -= wholeY;
            hands.wheel(x, y, wholeX, wholeY, seen.get());
        }
    }

    boolean isAt(int x, int y) {
        return x == lastX && y == lastY;
    }
}
