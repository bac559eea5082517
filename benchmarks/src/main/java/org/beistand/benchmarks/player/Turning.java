package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** Another page over the whole screen twice a second, with text, a photograph and a colour ramp: much to send at once. */
final class Turning extends Scene {
    private static final Rectangle AREA = new Rectangle(0, Drawing.BAR, WIDTH, HEIGHT - Drawing.BAR - Drawing.STATUS);

    private final BufferedImage[] pages = new BufferedImage[6];

    @Override
    public int rate() {
        return 2;
    }

    @Override
    protected void drawFirst() {
        for (int i = 0; i < pages.length; i++) {
            pages[i] = i % 2 == 0 ? Drawing.slide(AREA.width, AREA.height, 40 + i) : page(50 + i);
        }
        Drawing.window(pen, WIDTH, HEIGHT);
        pen.drawImage(pages[0], AREA.x, AREA.y, null);
    }

    private static BufferedImage page(long seed) {
        BufferedImage page = new BufferedImage(AREA.width, AREA.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D draw = Drawing.penFor(page);
        draw.setColor(Color.WHITE);
        draw.fillRect(0, 0, AREA.width, AREA.height);
        Drawing.text(draw, 20, 10, AREA.width - 40, AREA.height - 20, new SplittableRandom(seed), Color.BLACK);
        draw.drawImage(Drawing.photograph(800, 500, seed), 900, 300, null);
        draw.dispose();
        return page;
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        pen.drawImage(pages[to % pages.length], AREA.x, AREA.y, null);
        return List.of(AREA);
    }
}
