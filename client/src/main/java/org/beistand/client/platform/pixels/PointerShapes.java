package org.beistand.client.platform.pixels;

import org.beistand.client.desktop.ScreenSource.Shape;

/**
 * What a pointer looks like, from the forms that systems keep it in to premultiplied pixels. Old pointers invert what is beneath
 * them, which a picture of its own cannot do: such pixels become black with a white edge, to be seen on any ground.
 */
public final class PointerShapes {
    /** Of a pointer that is larger than any of a real system. */
    public static final int LARGEST = 256;

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private PointerShapes() {}

    /**
     * Of one bit a pixel: two masks.
     *
     * @param and true lets the ground through, or inverts it
     * @param xor true is white where the ground does not come through, and inverts it where it does
     */
    public static Shape monochrome(int width, int height, int hotX, int hotY, boolean[] and, boolean[] xor) {
        int[] argb = new int[width * height];
        boolean[] inverting = new boolean[argb.length];
        for (int i = 0; i < argb.length; i++) {
            if (!and[i]) {
                argb[i] = xor[i] ? WHITE : BLACK;
            }
            inverting[i] = and[i] && xor[i];
        }
        show(inverting, width, height, argb);
        return new Shape(width, height, hotX, hotY, argb);
    }

    /**
     * In colours, with a mask of one bit.
     *
     * @param colours {@code 0x??RRGGBB}
     * @param and true lets the ground through; a colour there would be laid over it by XOR
     */
    public static Shape masked(int width, int height, int hotX, int hotY, int[] colours, boolean[] and) {
        int[] argb = new int[width * height];
        boolean[] inverting = new boolean[argb.length];
        for (int i = 0; i < argb.length; i++) {
            if (!and[i]) {
                argb[i] = BLACK | colours[i];
            }
            inverting[i] = and[i] && (colours[i] & 0xFFFFFF) != 0;
        }
        show(inverting, width, height, argb);
        return new Shape(width, height, hotX, hotY, argb);
    }

    /** In colours, each pixel with its own opacity. @param straight {@code 0xAARRGGBB}, not premultiplied */
    public static Shape transparent(int width, int height, int hotX, int hotY, int[] straight) {
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = premultiplied(straight[i]);
        }
        return new Shape(width, height, hotX, hotY, argb);
    }

    /** Whether any pixel has an opacity: old pointers in colours leave that byte empty. */
    public static boolean knowsOpacity(int[] straight) {
        for (int pixel : straight) {
            if (pixel >>> 24 != 0) {
                return true;
            }
        }
        return false;
    }

    static int premultiplied(int straight) {
        int alpha = straight >>> 24;
        return alpha << 24
                | part(straight >>> 16 & 0xFF, alpha) << 16
                | part(straight >>> 8 & 0xFF, alpha) << 8
                | part(straight & 0xFF, alpha);
    }

    private static int part(int channel, int alpha) {
        return (channel * alpha + 127) / 255;
    }

    private static void show(boolean[] inverting, int width, int height, int[] argb) {
        for (int i = 0; i < inverting.length; i++) {
            if (inverting[i]) {
                argb[i] = BLACK;
                int x = i % width;
                edge(inverting, argb, i - 1, x > 0);
                edge(inverting, argb, i + 1, x + 1 < width);
                edge(inverting, argb, i - width, i >= width);
                edge(inverting, argb, i + width, i + width < width * height);
            }
        }
    }

    private static void edge(boolean[] inverting, int[] argb, int at, boolean inside) {
        if (inside && !inverting[at] && argb[at] == 0) {
            argb[at] = WHITE;
        }
    }

    /** A black triangle with a white edge that points to the upper left: the pointer of a system that keeps its own to itself. */
    public static Shape arrow(int size) {
        int[] argb = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x <= y && x + y < size + size / 2; x++) {
                boolean edge = x == 0 || x == y || y == size - 1 || x + y >= size + size / 2 - 1;
                argb[y * size + x] = edge ? WHITE : BLACK;
            }
        }
        return new Shape(size, size, 0, 0, argb);
    }
}
