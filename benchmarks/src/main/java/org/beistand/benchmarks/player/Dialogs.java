package org.beistand.benchmarks.player;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** In two seconds a dialog opens, is moved, gets a second one over it, and both close; every six seconds another sample is shown. */
final class Dialogs extends Scene {
    private static final int ROUND = 30;
    private static final int SAMPLE = 90;

    private final BufferedImage[] samples = {
        Drawing.microscope(1488, 976, 7), Drawing.microscope(1488, 976, 8),
    };
    private final BufferedImage large = Drawing.dialog("Measurement", 520, 320, 9);
    private final BufferedImage small = Drawing.dialog("Replace the slide?", 320, 180, 10);

    @Override
    public int rate() {
        return 15;
    }

    private static Rectangle largeAt(int number) {
        int moved = Math.clamp(number % ROUND - 8, 0, 8) * 14;
        return new Rectangle(420 + moved, 260 + moved / 2, 520, 320);
    }

    private static boolean hasLarge(int number) {
        return number % ROUND >= 3 && number % ROUND < 27;
    }

    private static boolean hasSmall(int number) {
        return number % ROUND >= 18 && number % ROUND < 24;
    }

    @Override
    protected void drawFirst() {
        Drawing.window(pen, WIDTH, HEIGHT);
        drawAll(pen, 0);
    }

    private void drawAll(Graphics2D draw, int number) {
        draw.drawImage(samples[number / SAMPLE % 2], 40, 60, null);
        if (hasLarge(number)) {
            draw.drawImage(large, largeAt(number).x, largeAt(number).y, null);
        }
        if (hasSmall(number)) {
            draw.drawImage(small, 620, 420, null);
        }
    }

    @Override
    protected List<Rectangle> draw(int from, int to) {
        List<Rectangle> changed = new ArrayList<>();
        for (int number = from + 1; number <= to; number++) {
            changed(number - 1, number).ifPresent(changed::add);
        }
        if (changed.isEmpty()) {
            return changed;
        }
        Rectangle all = changed.stream().reduce(Rectangle::union).orElseThrow();
        pen.setClip(all);
        drawAll(pen, to);
        pen.setClip(null);
        return List.of(all);
    }

    private static java.util.Optional<Rectangle> changed(int before, int now) {
        if (before / SAMPLE != now / SAMPLE) {
            return java.util.Optional.of(new Rectangle(40, 60, 1488, 976));
        }
        List<Rectangle> where = new ArrayList<>();
        if (hasLarge(before) != hasLarge(now)) {
            where.add(largeAt(now));
        } else if (hasLarge(now) && !largeAt(before).equals(largeAt(now))) {
            where.add(largeAt(before).union(largeAt(now)));
        }
        if (hasSmall(before) != hasSmall(now)) {
            where.add(new Rectangle(620, 420, 320, 180));
        }
        return where.stream().reduce(Rectangle::union);
    }
}
