package org.beistand.client.ui.viewer;

import java.util.List;

/** How large a picture is drawn. */
public sealed interface Zoom {
    /** All of it, as large as its frame allows. */
    record Fit() implements Zoom {}

    /** @param percent of its size; at 100 each of its pixels is drawn with whole pixels of this screen */
    record Percent(double percent) implements Zoom {
        public Percent {
            percent = Math.clamp(percent, SMALLEST, LARGEST);
        }
    }

    double SMALLEST = 10;
    double LARGEST = 400;
    Zoom FIT = new Fit();
    Zoom ACTUAL = new Percent(100);
    List<Integer> STEPS = List.of(25, 50, 75, 100, 125, 150, 200, 300, 400);

    /** The next step that is larger than this, or the largest. */
    static Zoom larger(double percent) {
        return new Percent(
                STEPS.stream().filter(step -> step > percent * 1.01).findFirst().orElse(STEPS.getLast()));
    }

    /** The next step that is smaller than this, or the smallest. */
    static Zoom smaller(double percent) {
        return new Percent(STEPS.reversed().stream()
                .filter(step -> step < percent / 1.01)
                .findFirst()
                .orElse(STEPS.getFirst()));
    }
}
