package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** A long page that runs up and down again, by uneven steps, under a bar that stands still. */
final class Scrolling extends Scene {
    private static final int VIEW = HEIGHT - Drawing.BAR - Drawing.STATUS;
    private static final int LENGTH = 8 * HEIGHT;
    private static final int SLIDER = 17;
    private static final int COLUMN = 400;

    private final BufferedImage page = new BufferedImage(WIDTH - SLIDER, LENGTH, BufferedImage.TYPE_INT_RGB);
    private final SplittableRandom random = new SplittableRandom(2);
    private int step;
    private int way;

    @Override
    public int rate() {
        return 30;
    }

    @Override
    protected void drawFirst() {
        SplittableRandom words = new SplittableRandom(3);
        Graphics2D draw = Drawing.penFor(page);
        draw.setColor(Color.WHITE);
        draw.fillRect(0, 0, page.getWidth(), LENGTH);
        for (int y = 0; y < LENGTH; y += 700) {
            Drawing.text(draw, COLUMN, y + 20, 1100, 400, words, Color.DARK_GRAY);
            draw.drawImage(Drawing.photograph(400, 240, y), COLUMN, y + 440, null);
            draw.drawImage(Drawing.photograph(600, 240, y + 1L), COLUMN + 460, y + 440, null);
        }
        draw.dispose();
        Drawing.window(pen, WIDTH, HEIGHT);
        drawPage(0);
    }

    private Rectangle drawPage(int top) {
        Rectangle view = new Rectangle(0, Drawing.BAR, WIDTH, VIEW);
        pen.setClip(view);
        pen.drawImage(page, 0, Drawing.BAR - top, null);
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(WIDTH - SLIDER, Drawing.BAR, SLIDER, VIEW);
        pen.setColor(Color.GRAY);
        pen.fillRect(WIDTH - SLIDER + 2, Drawing.BAR + (int) ((long) top * VIEW / LENGTH), 13, VIEW * VIEW / LENGTH);
        pen.setClip(null);
        return view;
    }

    /** All steps up to there, also those that were never drawn. */
    private int topOf(int number) {
        while (step < number) {
            step++;
            way += 7 + random.nextInt(50);
        }
        int most = LENGTH - VIEW;
        int there = way % (2 * most);
        return there < most ? there : 2 * most - there;
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        return List.of(drawPage(topOf(to)));
    }
}
