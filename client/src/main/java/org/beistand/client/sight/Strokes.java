package org.beistand.client.sight;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.beistand.client.desktop.Area;

/** What one person has lately done with the mouse from afar: what follows of it is no change that could surprise him. */
final class Strokes {
    /** Between two presses of a double click, as most systems count it. */
    private static final long DOUBLE_CLICK = 500;

    private static final int DOUBLE_CLICK_AWAY = 8;

    /** While a wheel turns, the picture is always behind it. */
    private static final long WHEEL_GOES_ON = 1500;

    private static final int WHEEL_AWAY = 24;

    /** Who clicked at something stale has not yet seen what is there when his finger comes down again. */
    private static final long STOPPED = 500;

    private static final int STOPPED_AWAY = 48;

    /** A button shows that the pointer is on it, or that it is pressed, within this time. */
    private static final long EFFECT = 500;

    private static final int NEAR_ACROSS = 200;
    private static final int NEAR_DOWN = 60;
    private static final int KEPT = 64;

    private record Place(int x, int y, long millis) {
        boolean isWithin(int across, int down, int otherX, int otherY) {
            return Math.abs(x - otherX) <= across && Math.abs(y - otherY) <= down;
        }
    }

    private record Pressed(int button, Place place, Optional<Long> window) {}

    private final Deque<Place> touched = new ArrayDeque<>();
    private final BitSet held = new BitSet();
    private Optional<Pressed> lastPress = Optional.empty();
    private Optional<Pressed> lastTurn = Optional.empty();
    private Optional<Place> stopped = Optional.empty();

    /** The pointer came there, or a button went down or up there. */
    void touched(int x, int y, long millis) {
        touched.addLast(new Place(x, y, millis));
        if (touched.size() > KEPT) {
            touched.removeFirst();
        }
    }

    void pressed(int button, int x, int y, Optional<Long> window, long millis) {
        held.set(button);
        lastPress = Optional.of(new Pressed(button, new Place(x, y, millis), window));
        touched(x, y, millis);
    }

    void released(int button, int x, int y, long millis) {
        held.clear(button);
        touched(x, y, millis);
    }

    void turned(int x, int y, Optional<Long> window, long millis) {
        lastTurn = Optional.of(new Pressed(0, new Place(x, y, millis), window));
        touched(x, y, millis);
    }

    void allReleased() {
        held.clear();
    }

    void stopped(int x, int y, long millis) {
        if (!wasStopped(x, y, millis)) {
            stopped = Optional.of(new Place(x, y, millis));
        }
    }

    /** Whether something of his was stopped there a moment ago. */
    boolean wasStopped(int x, int y, long millis) {
        return stopped.filter(
                        place -> millis - place.millis() < STOPPED && place.isWithin(STOPPED_AWAY, STOPPED_AWAY, x, y))
                .isPresent();
    }

    /** Whether he is in the middle of something, such as dragging. */
    boolean holdsSomething() {
        return !held.isEmpty();
    }

    boolean isNextPress(int button, int x, int y, Optional<Long> window, long millis) {
        return lastPress
                .filter(last -> last.button() == button
                        && last.window().equals(window)
                        && millis - last.place().millis() <= DOUBLE_CLICK
                        && last.place().isWithin(DOUBLE_CLICK_AWAY, DOUBLE_CLICK_AWAY, x, y))
                .isPresent();
    }

    boolean isNextTurn(int x, int y, Optional<Long> window, long millis) {
        return lastTurn.filter(last -> last.window().equals(window)
                        && millis - last.place().millis() <= WHEEL_GOES_ON
                        && last.place().isWithin(WHEEL_AWAY, WHEEL_AWAY, x, y))
                .isPresent();
    }

    /** Whether what changed in this field at that time may be the answer to his own mouse. */
    boolean explain(Area field, long changed) {
        int x = field.x() + field.width() / 2;
        int y = field.y() + field.height() / 2;
        return touched.stream()
                .anyMatch(place -> place.millis() <= changed
                        && changed - place.millis() <= EFFECT
                        && place.isWithin(NEAR_ACROSS, NEAR_DOWN, x, y));
    }
}
