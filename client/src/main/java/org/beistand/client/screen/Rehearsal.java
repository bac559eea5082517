package org.beistand.client.screen;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/**
 * Shows a few pictures to nobody, so that the first real one does not wait until the Java machine has compiled encoder and decoder:
 * letters that scroll, a grain like that of a photograph, and its sharpening.
 */
public final class Rehearsal {
    private static final AtomicBoolean DONE = new AtomicBoolean();
    private static final int WIDTH = 640;
    private static final int HEIGHT = 384;
    private static final int PICTURES = 24;
    private static final int FIRST_SHARP = 8;

    private Rehearsal() {}

    /** Only the first time in a program; it takes part of a second. */
    public static void once() {
        if (!DONE.getAndSet(true)) {
            play();
        }
    }

    static void play() {
        Picture owners = new Picture(WIDTH, HEIGHT);
        Picture viewers = new Picture(WIDTH, HEIGHT);
        List<Area> everywhere = List.of(owners.area());
        try (ScreenEncoder encoder = new ScreenEncoder(WIDTH, HEIGHT);
                ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
            for (int i = 0; i < PICTURES; i++) {
                draw(owners.pixels(), i);
                encoder.encode(owners, everywhere, List.of()).ifPresent(one -> decoder.apply(one, viewers));
                if (i % FIRST_SHARP == 0) {
                    encoder.sharpen(owners, 0).ifPresent(one -> decoder.apply(one, viewers));
                }
            }
        }
    }

    private static void draw(int[] pixels, int turn) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                pixels[y * WIDTH + x] = 0xFF000000 | (x < WIDTH / 2 ? letter(x, y + 7 * turn) : grain(x, y, turn));
            }
        }
    }

    private static int letter(int x, int y) {
        int sign = mixed(x / 8 + 131 * (y / 12));
        return x % 8 < 6 && y % 12 < 9 && (sign >>> (x % 8 + 3 * (y % 12)) & 1) == 1 ? 0x202020 : 0xF8F8F8;
    }

    private static int grain(int x, int y, int turn) {
        int noise = mixed(x + WIDTH * (y + HEIGHT * turn));
        return (x / 4 + (noise & 7)) << 16 | (y / 2 + (noise >> 3 & 7)) << 8 | 40 + (noise >> 6 & 7);
    }

    private static int mixed(int value) {
        int one = value * 0x9E3779B1;
        return (one ^ one >>> 15) * 0x2C1B3C6D;
    }
}
