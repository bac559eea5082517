package org.beistand.client.screen;

import java.util.Arrays;

/**
 * Writes yes or no in as little of a bit as each is likely: a range coder with chances that learn. The counterpart is
 * {@link RangeReader}; both must be asked in the same order with the same chances. The buffer is kept from picture to picture.
 */
final class RangeWriter {
    private static final int ROOM_TO_START = 1 << 14;
    private static final int ROOM_TO_KEEP = 1 << 20;

    private byte[] bytes = new byte[ROOM_TO_START];
    private int filled;
    private long low;
    private int range;
    /** The last byte that a carry may still change, and how many bytes of 0xFF follow it. */
    private int held;

    private int waiting;

    RangeWriter() {
        begin();
    }

    void begin() {
        filled = 0;
        low = 0;
        range = -1;
        held = 0;
        waiting = 0;
        if (bytes.length > ROOM_TO_KEEP) {
            bytes = new byte[ROOM_TO_START];
        }
    }

    /** @param chances of a no, in 1 / 65536 */
    void bit(char[] chances, int at, boolean yes) {
        int chance = chances[at];
        int bound = (range >>> 12) * (chance >>> 4);
        if (yes) {
            low += bound & 0xFFFFFFFFL;
            range -= bound;
            chances[at] = (char) (chance - (chance >>> Chances.SLOWNESS));
        } else {
            range = bound;
            chances[at] = (char) (chance + (0x10000 - chance >>> Chances.SLOWNESS));
        }
        while (range >>> 24 == 0) {
            range <<= 8;
            shift();
        }
    }

    /** One half of them yes; the highest first. */
    void evenBits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            range >>>= 1;
            if ((value >>> i & 1) != 0) {
                low += range & 0xFFFFFFFFL;
            }
            while (range >>> 24 == 0) {
                range <<= 8;
                shift();
            }
        }
    }

    /** So many bytes it would be if it ended here. */
    int atMost() {
        return filled + waiting + 5;
    }

    /** Ends it, so that the reader has read every byte when it has read the last bit. */
    int end() {
        for (int i = 0; i < 5; i++) {
            shift();
        }
        return filled;
    }

    byte[] bytes() {
        return bytes;
    }

    private void shift() {
        int top = (int) (low >>> 24);
        if (top != 0xFF) {
            if (filled + waiting + 1 > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, filled + waiting + 1));
            }
            int carry = top >>> 8;
            bytes[filled++] = (byte) (held + carry);
            Arrays.fill(bytes, filled, filled + waiting, (byte) (0xFF + carry));
            filled += waiting;
            waiting = 0;
            held = top & 0xFF;
        } else {
            waiting++;
        }
        low = (low & 0x00FFFFFFL) << 8;
    }
}
