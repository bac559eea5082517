package org.beistand.client.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Move;

/**
 * A screen on which anything may happen: colours, signs, noise, ramps, things that move, single pixels, and nothing. It says
 * where, and often more than that.
 */
final class RandomScreen {
    final Picture picture;
    final List<Area> damage = new ArrayList<>();
    final List<Move> hints = new ArrayList<>();

    private final int width;
    private final int height;
    private final int[] pixels;
    private final SplittableRandom random;

    RandomScreen(int width, int height, SplittableRandom random) {
        this.width = width;
        this.height = height;
        this.random = random;
        this.picture = new Picture(width, height);
        this.pixels = picture.pixels();
    }

    void next() {
        damage.clear();
        hints.clear();
        for (int i = random.nextInt(4); i > 0; i--) {
            Area area = anyArea();
            draw(area);
            damage.add(random.nextInt(3) == 0 ? around(area) : area);
        }
        if (random.nextInt(5) == 0) {
            damage.add(around(anyArea()));
        }
        if (random.nextInt(20) == 0) {
            hints.add(new Move(anyArea(), random.nextInt(width), random.nextInt(height)));
        }
    }

    private void draw(Area area) {
        switch (random.nextInt(8)) {
            case 0 -> fill(area, 1);
            case 1 -> fill(area, 2 + random.nextInt(3));
            case 2 -> fill(area, 1 + random.nextInt(100));
            case 3 -> fill(area, 0);
            case 4 -> ramp(area);
            case 5 -> signs(area);
            case 6 -> pixels[area.y() * width + area.x()] = anyColour();
            default -> move(area);
        }
    }

    /** @param colours 0 for as many as there are pixels */
    private void fill(Area area, int colours) {
        int[] palette = random.ints(Math.max(1, colours)).toArray();
        each(area, (x, y) -> colours == 0 ? random.nextInt() : palette[random.nextInt(palette.length)]);
    }

    private void ramp(Area area) {
        int start = random.nextInt();
        int across = random.nextInt(4);
        int down = random.nextInt(4) << 8;
        int grain = 1 + random.nextInt(3);
        each(area, (x, y) -> start + x * across + y * down + random.nextInt(grain));
    }

    private void signs(Area area) {
        int paper = anyColour();
        int ink = anyColour();
        long text = random.nextLong();
        each(area, (x, y) -> {
            long sign = (text >>> (x / 8 + y / 12) % 16 * 4 & 15) * 0x9E3779B97F4A7C15L;
            return x % 8 < 6 && y % 12 < 9 && (sign >>> (x % 8 + 6 * (y % 12)) & 1) == 1 ? ink : paper;
        });
    }

    private void move(Area to) {
        int x = random.nextInt(width - to.width() + 1);
        int y = random.nextInt(height - to.height() + 1);
        int[] before = pixels.clone();
        each(to, (column, row) -> before[(row - to.y() + y) * width + column - to.x() + x]);
        if (random.nextBoolean()) {
            hints.add(new Move(new Area(x, y, to.width(), to.height()), to.x(), to.y()));
        }
    }

    private interface Colour {
        int at(int x, int y);
    }

    private void each(Area area, Colour colour) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            for (int x = area.x(); x < area.x() + area.width(); x++) {
                pixels[y * width + x] = 0xFF000000 | colour.at(x, y);
            }
        }
    }

    private int anyColour() {
        return 0xFF000000 | random.nextInt();
    }

    private Area anyArea() {
        int w = 1 + random.nextInt(random.nextBoolean() ? Math.min(width, 40) : width);
        int h = 1 + random.nextInt(random.nextBoolean() ? Math.min(height, 40) : height);
        return new Area(random.nextInt(width - w + 1), random.nextInt(height - h + 1), w, h);
    }

    /** Beyond the picture, too. */
    private Area around(Area area) {
        int left = random.nextInt(100);
        int top = random.nextInt(100);
        return new Area(
                area.x() - left,
                area.y() - top,
                area.width() + left + random.nextInt(100),
                area.height() + top + random.nextInt(100));
    }
}
