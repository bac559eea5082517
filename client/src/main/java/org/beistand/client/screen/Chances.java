package org.beistand.client.screen;

import java.util.Arrays;

/**
 * How likely each answer was so far, for everything that a sketch asks. Learned anew on both sides from the same bits, for the
 * whole life of a stream.
 */
final class Chances {
    /** As a power of two: of how many answers a chance is about the mean. */
    static final int SLOWNESS = 5;

    static final int BRIGHTNESS_OR_COLOUR = 2;
    private static final int GUESSED_OR_KNOWN = 2;

    /** By how many of the neighbours left and above are kept. */
    final char[] kept = evens(3);

    /** By whether the last one was. */
    final char[] asShown = evens(2);

    /** A tree of two questions. */
    final char[] guess = evens(4);

    /** By plane, kind of guess and how many of the neighbours have something. */
    final char[] something = evens(3 * GUESSED_OR_KNOWN * 3);

    /** The place of the last value that is not zero: a tree of six questions, by kind of plane and of guess. */
    final char[] last = evens(BRIGHTNESS_OR_COLOUR * GUESSED_OR_KNOWN * 64);

    /** By kind of plane, place, and how many of the two values asked before are not zero. */
    final char[] notZero = evens(BRIGHTNESS_OR_COLOUR * 64 * 3);

    /** By kind of plane and how many values so far are large. */
    final char[] large = evens(BRIGHTNESS_OR_COLOUR * 4);

    final char[] larger = evens(BRIGHTNESS_OR_COLOUR * 4);

    /** The length of what is left of a large value. */
    final char[] length = evens(BRIGHTNESS_OR_COLOUR * 16);

    private static char[] evens(int count) {
        char[] chances = new char[count];
        Arrays.fill(chances, (char) 0x8000);
        return chances;
    }
}
