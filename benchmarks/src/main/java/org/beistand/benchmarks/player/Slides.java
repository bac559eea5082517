package org.beistand.benchmarks.player;

import java.awt.AlphaComposite;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/** A slide stands for three seconds, then it becomes the next one in ten pictures. */
final class Slides extends Scene {
    private static final int FADE = 10;
    private static final int TURN = 90;
    private static final Rectangle AREA = new Rectangle(0, Drawing.BAR, WIDTH, HEIGHT - Drawing.BAR - Drawing.STATUS);

    private final BufferedImage[] slides = new BufferedImage[4];

    @Override
    public int rate() {
        return 30;
    }

    @Override
    protected void drawFirst() {
        for (int i = 0; i < slides.length; i++) {
            slides[i] = Drawing.slide(AREA.width, AREA.height, 20 + i);
        }
        Drawing.window(pen, WIDTH, HEIGHT);
        drawSlide(0);
    }

    private void drawSlide(int number) {
        int turn = (number + TURN - FADE * 2) / TURN;
        int within = (number + TURN - FADE * 2) % TURN;
        pen.drawImage(slides[turn % slides.length], AREA.x, AREA.y, null);
        if (within >= TURN - FADE) {
            pen.setComposite(AlphaComposite.SrcOver.derive((within - (TURN - FADE) + 1f) / FADE));
            pen.drawImage(slides[(turn + 1) % slides.length], AREA.x, AREA.y, null);
            pen.setComposite(AlphaComposite.SrcOver);
        }
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        for (int number = from + 1; number <= to; number++) {
            if ((number + TURN - FADE * 2) % TURN >= TURN - FADE || (number + TURN - FADE * 2) % TURN == 0) {
                drawSlide(to);
                return List.of(AREA);
            }
        }
        return List.of();
    }

    @Override
    protected boolean isNumbered() {
        return true;
    }
}
