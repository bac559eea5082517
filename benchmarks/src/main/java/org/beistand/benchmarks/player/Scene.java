package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * An activity as a row of numbered pictures. A picture is drawn upon an earlier one, as a program repaints its window: what has
 * changed is drawn anew, and nothing is ever copied on the screen itself.
 */
public abstract class Scene {
    public static final int WIDTH = 1920;
    public static final int HEIGHT = 1080;

    /** A field that changes its colour when it is clicked, or a key is pressed. */
    public static final Rectangle PATCH = new Rectangle(1760, 3, 140, 24);

    private static final int CELL = 8;
    private static final int BITS = 14;
    /** The number of the picture, as a program may show the time in its status bar. */
    private static final Rectangle NUMBER = new Rectangle(1760, HEIGHT - 20, BITS * CELL, CELL);

    protected final BufferedImage screen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    protected final Graphics2D pen = Drawing.penFor(screen);
    private int drawn = -1;
    private boolean bright;

    /** Of a second; 0 for a scene in which nothing happens. */
    public abstract int rate();

    /** Draws everything. */
    protected abstract void drawFirst();

    /**
     * @param from the number of the picture that is drawn
     * @param to a later one
     * @return where they differ
     */
    protected abstract List<Rectangle> draw(int from, int to);

    /** Draws that picture upon the one before. @return where something was drawn; where nothing was, the number is still the old one */
    public final List<Rectangle> show(int number) {
        List<Rectangle> where;
        if (drawn < 0) {
            drawFirst();
            drawNumber(0);
            drawPatch();
            where = number == 0 ? List.of() : draw(0, number);
            drawn = 0;
        } else {
            where = number == drawn ? List.of() : draw(drawn, number);
        }
        if (!where.isEmpty() && isNumbered()) {
            drawNumber(number);
            where = new ArrayList<>(where);
            where.add(NUMBER);
        }
        drawn = number;
        return where;
    }

    /** Whether the pictures carry their number; the others can be told apart by what they show. */
    protected boolean isNumbered() {
        return true;
    }

    /** @return where */
    public final Rectangle toggle() {
        bright = !bright;
        drawPatch();
        return PATCH;
    }

    public final BufferedImage screen() {
        return screen;
    }

    /** The pixels as 0xRRGGBB, row by row. */
    public final int[] pixels() {
        int[] pixels =
                ((DataBufferInt) screen.getRaster().getDataBuffer()).getData().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    /** What must be looked at to tell which picture is shown. */
    public Rectangle numberArea() {
        return NUMBER;
    }

    /**
     * @param pixel of the screen that shows the scene, from within {@link #numberArea}
     * @param atLeast the last number that was seen
     * @return the number of the picture, -1 if it cannot be told
     */
    public int numberIn(IntBinaryOperator pixel, int atLeast) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int colour = pixel.applyAsInt(NUMBER.x + bit * CELL + CELL / 2, NUMBER.y + CELL / 2);
            number |= isBright(colour) ? 0 : 1 << bit;
        }
        return number;
    }

    public static boolean isBright(int colour) {
        return (colour >> 8 & 0xFF) > 0x80;
    }

    private void drawNumber(int number) {
        if (isNumbered()) {
            for (int bit = 0; bit < BITS; bit++) {
                pen.setColor((number >> bit & 1) == 0 ? Color.WHITE : Color.BLACK);
                pen.fillRect(NUMBER.x + bit * CELL, NUMBER.y, CELL, CELL);
            }
        }
    }

    private void drawPatch() {
        pen.setColor(bright ? new Color(0xF4F0E8) : new Color(0x203040));
        pen.fillRect(PATCH.x, PATCH.y, PATCH.width, PATCH.height);
    }
}
