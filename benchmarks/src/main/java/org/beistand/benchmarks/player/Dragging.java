package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** A window with text, dragged in a circle over a photograph. */
final class Dragging extends Scene {
    private static final int WIDE = 780;
    private static final int HIGH = 430;

    private final BufferedImage wallpaper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final BufferedImage window = new BufferedImage(WIDE, HIGH, BufferedImage.TYPE_INT_RGB);

    @Override
    public int rate() {
        return 30;
    }

    private static Rectangle place(int number) {
        double angle = number * 0.05;
        return new Rectangle(
                (int) (WIDTH * (0.3 + 0.25 * Math.cos(angle))),
                (int) (HEIGHT * (0.32 + 0.25 * Math.sin(angle))),
                WIDE,
                HIGH);
    }

    @Override
    protected void drawFirst() {
        Graphics2D back = Drawing.penFor(wallpaper);
        Drawing.window(back, WIDTH, HEIGHT);
        back.drawImage(Drawing.photograph(WIDTH, HEIGHT - Drawing.BAR - Drawing.STATUS, 5), 0, Drawing.BAR, null);
        back.dispose();
        Graphics2D draw = Drawing.penFor(window);
        Drawing.window(draw, WIDE, HIGH);
        Drawing.text(draw, 8, 40, WIDE - 16, HIGH - 80, new SplittableRandom(4), Color.BLACK);
        draw.dispose();
        pen.drawImage(wallpaper, 0, 0, null);
        pen.drawImage(window, place(0).x, place(0).y, null);
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        Rectangle before = place(from);
        Rectangle now = place(to);
        Rectangle both = before.union(now);
        pen.setClip(both);
        pen.drawImage(wallpaper, 0, 0, null);
        pen.drawImage(window, now.x, now.y, null);
        pen.setClip(null);
        return List.of(both);
    }
}
