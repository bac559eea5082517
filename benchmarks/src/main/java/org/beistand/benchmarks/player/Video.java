package org.beistand.benchmarks.player;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/** A small film with the noise of a camera in a page of text. */
final class Video extends Scene {
    private static final Rectangle FILM = new Rectangle(485, 273, 640, 360);

    private final BufferedImage film = new BufferedImage(FILM.width, FILM.height, BufferedImage.TYPE_INT_RGB);

    @Override
    public int rate() {
        return 30;
    }

    @Override
    protected void drawFirst() {
        Drawing.window(pen, WIDTH, HEIGHT);
        Drawing.text(pen, 20, 40, WIDTH - 40, HEIGHT - 100, new SplittableRandom(12), Color.BLACK);
        drawFilm(0);
    }

    private void drawFilm(int number) {
        Drawing.film(film, number, 1000);
        pen.drawImage(film, FILM.x, FILM.y, null);
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        drawFilm(to);
        return List.of(FILM);
    }
}
