package org.beistand.client.ui.viewer;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;

/**
 * While somebody operates a picture that is larger than its frame, a pointer that rests at an edge moves it: the scroll bars are
 * too far away from the work, and the wheel belongs to the other computer.
 */
final class EdgePanning {
    /** Logical pixels from the edge of the frame. */
    private static final double EDGE = 28;

    /** Passing by on the way to a button moves nothing. */
    private static final long PATIENCE_NANOS = 250_000_000;

    private static final double FASTEST_PER_SECOND = 1_500;

    private final ScreenView view;
    private final Moved moved;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pan(now);
        }
    };
    private double x;
    private double y;
    private long since;
    private long last;
    private boolean running;

    /** Told where the pointer is, after the picture has moved under it. */
    interface Moved {
        void under(double viewX, double viewY);
    }

    EdgePanning(ScreenView view, Moved moved) {
        this.view = view;
        this.moved = moved;
    }

    /** The pointer is there now. */
    void at(double viewX, double viewY) {
        x = viewX;
        y = viewY;
        Bounds frame = view.frameBounds();
        if (pull(x, frame.getWidth()) == 0 && pull(y, frame.getHeight()) == 0) {
            stop();
        } else if (!running) {
            running = true;
            since = 0;
            timer.start();
        }
    }

    void stop() {
        running = false;
        timer.stop();
    }

    private void pan(long now) {
        if (since == 0) {
            since = now;
        }
        double seconds = Math.min(0.1, (now - last) / 1e9);
        last = now;
        if (now - since < PATIENCE_NANOS) {
            return;
        }
        Bounds frame = view.frameBounds();
        double step = FASTEST_PER_SECOND * seconds;
        if (view.scroll(step * pull(x, frame.getWidth()), step * pull(y, frame.getHeight()))) {
            view.layout();
            moved.under(x, y);
        } else {
            stop();
        }
    }

    /** From -1, at the left or upper edge, over 0 inside to 1. */
    private static double pull(double at, double size) {
        if (size < 4 * EDGE) {
            return 0;
        }
        if (at < EDGE) {
            return -Math.min(1, (EDGE - at) / EDGE);
        }
        return at > size - EDGE ? Math.min(1, (at - size + EDGE) / EDGE) : 0;
    }
}
