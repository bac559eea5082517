package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.SplittableRandom;

/** A page that nobody touches. */
final class Idle extends Scene {
    @Override
    public int rate() {
        return 0;
    }

    @Override
    protected void drawFirst() {
        Drawing.window(pen, WIDTH, HEIGHT);
        Drawing.text(pen, 20, 40, WIDTH - 40, HEIGHT - 100, new SplittableRandom(13), Color.BLACK);
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        return List.of();
    }
}
