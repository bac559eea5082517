package org.beistand.client.platform.macos;

import org.beistand.client.platform.macos.Geometry.Spot;

/** What is posted, one at a time. Numbers are those of {@code CGEventTypes.h}. */
sealed interface PostedEvent {
    int LEFT_DOWN = 1;
    int LEFT_UP = 2;
    int RIGHT_DOWN = 3;
    int RIGHT_UP = 4;
    int MOVED = 5;
    int LEFT_DRAGGED = 6;
    int RIGHT_DRAGGED = 7;
    int OTHER_DOWN = 25;
    int OTHER_UP = 26;
    int OTHER_DRAGGED = 27;

    /** Modifiers that are held. */
    long flags();

    /**
     * @param button from 0: left, right, middle, back, forward
     * @param clicks how many in quick succession at the same place, 0 for a move
     */
    record Mouse(int kind, Spot spot, int button, int clicks, long flags) implements PostedEvent {}

    /** Lines, up and left as positive. */
    record Wheel(int vertical, int horizontal, long flags) implements PostedEvent {}

    /** @param text what the key writes, whatever it is called; empty to leave that to the layout */
    record Key(int code, boolean down, boolean repeated, String text, long flags) implements PostedEvent {}
}
