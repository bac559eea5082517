package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.MOST_COLOURS;
import static org.beistand.client.screen.ScreenFormat.TILE_PIXELS;

/** Writes the pixels of one tile in the form that suits them. */
final class TileWriter {
    private static final int SLOTS = 256;

    private final Press drawn;
    private final Press photographic;
    private final int[] shown;
    private final int stride;

    private final int[] palette = new int[MOST_COLOURS];
    private final byte[] indices = new byte[TILE_PIXELS];
    private final int[] slotColour = new int[SLOTS];
    private final int[] slotStamp = new int[SLOTS];
    private final byte[] slotIndex = new byte[SLOTS];
    private int stamp;
    private final byte[] planes = new byte[3 * TILE_PIXELS];
    private final Prediction prediction;

    /** @param shown the viewer's picture */
    TileWriter(Press drawn, Press photographic, int[] shown, int stride) {
        this.drawn = drawn;
        this.photographic = photographic;
        this.shown = shown;
        this.stride = stride;
        this.prediction = new Prediction(shown, stride);
    }

    /** Takes a look at the pixels; the kind is for {@link #write}. */
    int kindOf(int[] now, int x, int y, int width, int height) {
        int colours = countColours(now, x, y, width, height);
        if (colours == 1) {
            return ScreenFormat.SOLID;
        }
        return colours <= MOST_COLOURS ? ScreenFormat.PALETTE : prediction.best(now, x, y, width, height);
    }

    /** Whether what {@link #kindOf} saw last looks like text hardly more than like a photograph. */
    boolean isMixed(int kind) {
        return kind >= ScreenFormat.LEFT && prediction.isMixed();
    }

    /** The same for something of which the viewer has a sketch already. */
    int kindBeyondSketch(int[] now, int x, int y, int width, int height) {
        int kind = kindOf(now, x, y, width, height);
        boolean photo = (kind & ScreenFormat.PHOTOGRAPHIC) != 0;
        return photo && prediction.isShownBetter(now, kind & ~ScreenFormat.PHOTOGRAPHIC, x, y, width, height)
                ? ScreenFormat.PHOTOGRAPHIC | ScreenFormat.SHOWN
                : kind;
    }

    /** The viewer's picture is the new one there afterwards. */
    void write(int kind, int[] now, int x, int y, int width, int height) {
        if (kind == (ScreenFormat.PHOTOGRAPHIC | ScreenFormat.SHOWN)) {
            prediction.differencesToShown(now, x, y, width, height, planes);
            photographic.bytes(planes, 3 * width * height);
        }
        for (int row = y; row < y + height; row++) {
            System.arraycopy(now, row * stride + x, shown, row * stride + x, width);
        }
        if (kind == ScreenFormat.SOLID) {
            drawn.rgb(now[y * stride + x]);
        } else if (kind == ScreenFormat.PALETTE) {
            writePalette(width, height);
        } else if (kind != (ScreenFormat.PHOTOGRAPHIC | ScreenFormat.SHOWN)) {
            boolean photo = (kind & ScreenFormat.PHOTOGRAPHIC) != 0;
            prediction.differences(kind & ~ScreenFormat.PHOTOGRAPHIC, x, y, width, height, planes);
            (photo ? photographic : drawn).bytes(planes, 3 * width * height);
        }
    }

    private int colours;

    /** Fills palette and indices; stops at one colour too many. */
    private int countColours(int[] pixels, int x, int y, int width, int height) {
        stamp++;
        colours = 0;
        int last = ~pixels[y * stride + x];
        int lastIndex = 0;
        int at = 0;
        for (int row = y; row < y + height; row++) {
            int end = row * stride + x + width;
            for (int i = end - width; i < end; i++) {
                int pixel = pixels[i];
                if (pixel != last) {
                    last = pixel;
                    lastIndex = indexOf(pixel);
                    if (lastIndex == MOST_COLOURS) {
                        return MOST_COLOURS + 1;
                    }
                }
                indices[at++] = (byte) lastIndex;
            }
        }
        return colours;
    }

    private int indexOf(int pixel) {
        int slot = (pixel * 0x9E3779B1) >>> 24;
        while (slotStamp[slot] == stamp) {
            if (slotColour[slot] == pixel) {
                return slotIndex[slot];
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (colours < MOST_COLOURS) {
            slotStamp[slot] = stamp;
            slotColour[slot] = pixel;
            slotIndex[slot] = (byte) colours;
            palette[colours++] = pixel;
            return colours - 1;
        }
        return MOST_COLOURS;
    }

    private void writePalette(int width, int height) {
        drawn.u8(colours);
        for (int i = 0; i < colours; i++) {
            drawn.rgb(palette[i]);
        }
        int bits = ScreenFormat.bitsFor(colours);
        if (bits == 8) {
            drawn.bytes(indices, width * height);
            return;
        }
        int packed = 0;
        int at = 0;
        for (int row = 0; row < height; row++) {
            int value = 0;
            int free = 8;
            for (int column = 0; column < width; column++) {
                free -= bits;
                value |= indices[at++] << free;
                if (free == 0) {
                    planes[packed++] = (byte) value;
                    value = 0;
                    free = 8;
                }
            }
            if (free < 8) {
                planes[packed++] = (byte) value;
            }
        }
        drawn.bytes(planes, packed);
    }
}
