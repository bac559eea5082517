package org.beistand.client.screen;

import static org.beistand.client.screen.ScreenFormat.MOST_COLOURS;
import static org.beistand.client.screen.ScreenFormat.PHOTOGRAPHIC;
import static org.beistand.client.screen.ScreenFormat.TILE_PIXELS;

import java.util.Arrays;
import org.beistand.protocol.wire.MalformedMessage;

/** Reads the pixels of one tile, whose area was checked before. */
final class TileReader {
    private final Unpress drawn;
    private final Unpress photographic;
    private final int stride;
    private final int[] palette = new int[MOST_COLOURS];
    private final byte[] bytes = new byte[3 * TILE_PIXELS];

    TileReader(Unpress drawn, Unpress photographic, int stride) {
        this.drawn = drawn;
        this.photographic = photographic;
        this.stride = stride;
    }

    void read(int kind, int[] pixels, int x, int y, int width, int height) {
        switch (kind) {
            case ScreenFormat.SOLID -> {
                int colour = drawn.rgb();
                for (int row = y; row < y + height; row++) {
                    Arrays.fill(pixels, row * stride + x, row * stride + x + width, colour);
                }
            }
            case ScreenFormat.PALETTE -> readPalette(pixels, x, y, width, height);
            case ScreenFormat.LEFT, ScreenFormat.UP, ScreenFormat.MEDIAN ->
                restore(drawn, kind, pixels, x, y, width, height);
            case PHOTOGRAPHIC | ScreenFormat.LEFT, PHOTOGRAPHIC | ScreenFormat.UP, PHOTOGRAPHIC | ScreenFormat.MEDIAN ->
                restore(photographic, kind & ~PHOTOGRAPHIC, pixels, x, y, width, height);
            case PHOTOGRAPHIC | ScreenFormat.SHOWN -> {
                photographic.bytes(bytes, 3 * width * height);
                new Prediction(pixels, stride).correct(x, y, width, height, bytes);
            }
            default -> throw new MalformedMessage("no such kind of tile");
        }
    }

    private void restore(Unpress in, int kind, int[] pixels, int x, int y, int width, int height) {
        in.bytes(bytes, 3 * width * height);
        new Prediction(pixels, stride).restore(kind, x, y, width, height, bytes);
    }

    private void readPalette(int[] pixels, int x, int y, int width, int height) {
        int colours = drawn.u8();
        if (colours < 2 || colours > MOST_COLOURS) {
            throw new MalformedMessage("a palette of another size");
        }
        for (int i = 0; i < colours; i++) {
            palette[i] = drawn.rgb();
        }
        int bits = ScreenFormat.bitsFor(colours);
        int bytesInRow = (width * bits + 7) / 8;
        drawn.bytes(bytes, bytesInRow * height);
        int mask = (1 << bits) - 1;
        for (int row = 0; row < height; row++) {
            int at = (y + row) * stride + x;
            for (int column = 0; column < width; column++) {
                int bit = column * bits;
                int index = bytes[row * bytesInRow + bit / 8] >> (8 - bits - bit % 8) & mask;
                if (index >= colours) {
                    throw new MalformedMessage("a colour beyond the palette");
                }
                pixels[at + column] = palette[index];
            }
        }
    }
}
