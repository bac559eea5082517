package org.beistand.client.screen;

/**
 * The numbers that encoder and decoder share. A picture is the length of its drawn part (base 128, 1..4 bytes), the drawn part and the
 * photographic part; each part goes on with its own zstd stream, the photographic one only where there is something for it.
 * Before compression:
 *
 * <pre>
 * drawn   = count(1 byte, 0..8) group{count} tile* (0 | SKETCHES coarseness(1) sketch* 0)
 * group   = dx(2) dy(2) count(2, 1..512) area{count}      the content of area moved by -dx, -dy stands in area now
 * area    = x(2) y(2) width(2) height(2)
 * tile    = kind(1, with bit 7: the whole tile) skipped(1..3, base 128) [x y width-1 height-1, 1 each, inside the tile] pixels
 * pixels  = SOLID   r g b
 *         | PALETTE count(1, 2..64) (r g b){count} rows of indices of 1, 2, 4 or 8 bits, each row from a new byte
 *         | LEFT, UP, MEDIAN   a plane of green, one of red - green, one of blue - green: differences to the prediction;
 *                              with bit 6 of kind, they stand in the photographic part
 *         | SHOWN              the same, in the photographic part: differences to what is shown there
 * sketch  = SKETCH(with bit 7: the whole tile) skipped [x y width-1 height-1]
 * </pre>
 *
 * What the sketches look like stands at the end of the photographic part, for all of them together, see {@link SketchReader}.
 *
 * Tiles come in reading order; {@code skipped} counts the tiles left out since the last one. Numbers are big-endian.
 */
final class ScreenFormat {
    static final int TILE = 64;
    static final int TILE_PIXELS = TILE * TILE;

    /** Of a picture, in pixels. */
    static final int LONGEST_SIDE = 16_384;

    /** Of a picture: four monitors of 3840 x 2160. 128 MiB, which the programs' heap has room for more than once. */
    static final int MOST_PIXELS = 1 << 25;

    static final int MOST_GROUPS = 8;
    static final int MOST_COPIES = 512;

    /** How many times the pixels of a picture all copies together may move. */
    static final int MOST_COPIED_PICTURES = 4;

    static final int MOST_COLOURS = 64;

    static final int END = 0;
    static final int SOLID = 1;
    static final int PALETTE = 2;
    static final int LEFT = 3;
    static final int UP = 4;
    static final int MEDIAN = 5;
    static final int SHOWN = 6;
    static final int SKETCH = 7;
    static final int SKETCHES = 8;
    static final int WHOLE_TILE = 0x80;
    static final int PHOTOGRAPHIC = 0x40;

    /** As a power of two: how far back zstd may refer, and so how much memory a stream takes on either side. */
    static final int WINDOW_LOG = 23;

    /** How every stream begins: zstd's magic number, a frame without any extras, the window of 8 MiB. */
    static final byte[] STREAM_HEADER = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (WINDOW_LOG - 10) << 3};

    private ScreenFormat() {}

    static boolean allows(int width, int height) {
        return width >= 1
                && height >= 1
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS;
    }

    static int tiles(int length) {
        return (length + TILE - 1) / TILE;
    }

    /** How wide an index is among so many colours. */
    static int bitsFor(int colours) {
        return colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
    }

    /** The neighbour that fits best where left, up and their corner are known (LOCO-I), for one channel. */
    static int median(int left, int up, int corner) {
        int low = Math.min(left, up);
        int high = Math.max(left, up);
        return corner >= high ? low : corner <= low ? high : left + up - corner;
    }
}
