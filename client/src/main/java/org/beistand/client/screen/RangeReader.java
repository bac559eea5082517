package org.beistand.client.screen;

import org.beistand.protocol.wire.MalformedMessage;

/** Reads what a {@link RangeWriter} wrote, byte by byte and never further than its end. */
final class RangeReader {
    private final Unpress in;
    private int range;
    private int code;

    RangeReader(Unpress in) {
        this.in = in;
    }

    void begin() {
        if (in.u8() != 0) {
            throw new MalformedMessage("no beginning of a range");
        }
        range = -1;
        code = in.u16() << 16 | in.u16();
    }

    boolean bit(char[] chances, int at) {
        int chance = chances[at];
        int bound = (range >>> 12) * (chance >>> 4);
        boolean yes = Integer.compareUnsigned(code, bound) >= 0;
        if (yes) {
            code -= bound;
            range -= bound;
            chances[at] = (char) (chance - (chance >>> Chances.SLOWNESS));
        } else {
            range = bound;
            chances[at] = (char) (chance + (0x10000 - chance >>> Chances.SLOWNESS));
        }
        while (range >>> 24 == 0) {
            range <<= 8;
            code = code << 8 | in.u8();
        }
        return yes;
    }

    int evenBits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            range >>>= 1;
            int yes = Integer.compareUnsigned(code, range) >= 0 ? 1 : 0;
            code -= range & -yes;
            value = value << 1 | yes;
            while (range >>> 24 == 0) {
                range <<= 8;
                code = code << 8 | in.u8();
            }
        }
        return value;
    }
}
