package org.beistand.client.desktop;

/**
 * Puts mouse and keyboard events into the real desktop. Used by one thread at a time. Only {@code client.release} calls it.
 */
public interface InputSink extends AutoCloseable {
    void movePointer(int x, int y);

    /** @param button 1 left, 2 middle, 3 right, 4 back, 5 forward */
    void button(int button, boolean down);

    /** @param horizontal notches, right is positive @param vertical notches, down is positive */
    void wheel(int horizontal, int vertical);

    /**
     * A key as the other person meant it: the character where there is one, whatever the layouts of the two sides, and the
     * physical key for shortcuts and keys without a character.
     *
     * @param position USB HID usage (page 7) of the physical key, 0 if unknown
     * @param character Unicode code point, 0 if none
     * @param command whether it is part of a shortcut and means a key: the one that bears the character here or, where none does,
     *     the one in that position
     */
    void key(int position, int character, boolean command, boolean down);

    /** Everything that this sink holds down goes up. */
    void releaseAll();

    /** Releases everything and puts back what was changed, such as the keyboard's map. */
    @Override
    void close();
}
