package org.beistand.benchmarks.desktop;

import java.awt.Point;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.beistand.benchmarks.player.Scene;
import org.beistand.benchmarks.player.Scenes;
import org.beistand.benchmarks.x11.XDisplay;
import org.beistand.stories.StoryFailed;

/** One contender with a player on the shared desktop, and the bench's own eyes on both displays. */
final class Stage implements AutoCloseable {
    private static final long MILLI = 1_000_000;
    /** A frame around what is shared may be drawn over its edge; it is not looked at. */
    private static final int EDGE = 8;

    private static final Rectangle LOOKED_AT =
            new Rectangle(EDGE, EDGE, Scene.WIDTH - 2 * EDGE, Scene.HEIGHT - 2 * EDGE);
    private static final long SETTLE = 6_000 * MILLI;
    private static final long QUIET = 700 * MILLI;
    /** How long the picture is watched after the last change. */
    private static final long REST = 4_000 * MILLI;

    /** When nothing was drawn for so long, there is time for a comparison of all pixels. */
    private static final long CALM = 250 * MILLI;

    private static final long SAMPLE = 350 * MILLI;
    private static final int SAMPLES = 24;
    private static final long LOST = 3_000 * MILLI;
    private static final int LETTER = 'a';

    private final Contender contender;
    private final Actor actor;
    private final XDisplay source;
    private final XDisplay viewer;
    private Point at = new Point();

    Stage(Contender contender, Path folder) throws StoryFailed {
        this.contender = contender;
        this.actor = new Actor(contender.shared(), folder.resolve("player-" + contender.name() + ".log"));
        this.source = new XDisplay(contender.shared().display());
        this.viewer = new XDisplay(contender.viewing().display());
        contender.arrange();
        // Away from everything that is looked at.
        source.move(source.width() - 2, source.height() - 2);
        actor.show(Scenes.IDLE);
        settle(SETTLE);
        this.at = find();
    }

    Contender contender() {
        return contender;
    }

    private Rectangle seen(Rectangle area) {
        return new Rectangle(area.x + at.x, area.y + at.y, area.width, area.height);
    }

    /** Where on the viewer's display the picture begins: where it is most like the shared desktop, and hardly different. */
    private Point find() throws StoryFailed {
        int[] there = source.grab(new Rectangle(0, 0, Scene.WIDTH, Scene.HEIGHT));
        int[] here = viewer.grab(new Rectangle(0, 0, viewer.width(), viewer.height()));
        SplittableRandom random = new SplittableRandom(1);
        int[] probes = random.ints(600, EDGE, Scene.HEIGHT - EDGE)
                .map(y -> y * Scene.WIDTH + random.nextInt(EDGE, Scene.WIDTH - EDGE))
                .toArray();
        long least = Long.MAX_VALUE;
        Point best = new Point();
        for (int y = 0; y <= viewer.height() - Scene.HEIGHT; y++) {
            for (int x = 0; x <= viewer.width() - Scene.WIDTH; x++) {
                long difference = 0;
                for (int i = 0; i < probes.length && difference < least; i++) {
                    int probe = probes[i];
                    int seen = here[(probe / Scene.WIDTH + y) * viewer.width() + probe % Scene.WIDTH + x];
                    difference += Math.abs((seen >> 8 & 0xFF) - (there[probe] >> 8 & 0xFF));
                }
                if (difference < least) {
                    least = difference;
                    best = new Point(x, y);
                }
            }
        }
        if (least > 8L * probes.length) {
            throw new StoryFailed(
                    "the desktop of " + contender.name() + " cannot be found pixel by pixel in the viewer");
        }
        return best;
    }

    /** Until nothing travels any more, for a time at most. */
    private void settle(long atMost) {
        long end = System.nanoTime() + atMost;
        long before = -1;
        while (System.nanoTime() < end) {
            long bytes = Load.of(contender).bytesToViewer();
            if (bytes - before < 1000 && before >= 0) {
                return;
            }
            before = bytes;
            idle(QUIET);
        }
    }

    /** Lets time pass, looking at what is drawn meanwhile. */
    private void idle(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            viewer.awaitDrawing(left);
        }
    }

    /** A picture of the viewer's display, and which one it is said to be. */
    private record Sample(int number, int[] pixels) {}

    Played play(Scenes which, int seconds) throws StoryFailed {
        actor.show(which);
        settle(SETTLE);
        Scene numbers = which.draw();
        viewer.forgetDrawing();
        Load before = Load.of(contender);
        long begin = System.nanoTime();
        actor.begin(seconds);
        TreeMap<Integer, Long> seen = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        long nextSample = begin + SAMPLE;
        int last = 0;
        Rest rest = new Rest(begin);
        boolean ended = false;
        while (!ended) {
            boolean drawn = viewer.awaitDrawing(20 * MILLI);
            ended = actor.hasEnded();
            if (!drawn) {
                rest.quiet();
                continue;
            }
            rest.drawn();
            int number = number(numbers, last);
            if (number > last) {
                last = number;
                seen.put(number, System.nanoTime());
            }
            if (System.nanoTime() > nextSample && samples.size() < SAMPLES && number > 0) {
                int[] pixels = viewer.grab(seen(LOOKED_AT));
                if (number(numbers, last) == number) {
                    samples.add(new Sample(number, pixels));
                }
                nextSample = System.nanoTime() + SAMPLE;
            }
        }
        Load middle = Load.of(contender);
        double active = (System.nanoTime() - begin) / 1e9;
        TreeMap<Integer, Long> drawn = actor.drawn();
        long lastDrawn = drawn.isEmpty() ? begin : drawn.lastEntry().getValue();
        Optional<Double> exact = rest.exactSince().isPresent()
                ? rest.exactSince().map(when -> Math.max(0, when - lastDrawn) / 1e6)
                : awaitExact(numbers, seen, last, lastDrawn);
        idle(Math.max(1, lastDrawn + REST - System.nanoTime()));
        int[] hers = source.grab(LOOKED_AT);
        int[] his = viewer.grab(seen(LOOKED_AT));
        Load after = Load.of(contender);
        return new Played(
                which,
                active,
                after.since(before),
                middle.since(before),
                drawn.size(),
                seen.size(),
                ages(drawn, seen),
                errors(which, samples),
                exact,
                PictureError.psnr(hers, his),
                PictureError.differing(hers, his));
    }

    private int number(Scene scene, int atLeast) {
        Rectangle area = scene.numberArea();
        int[] pixels = viewer.grab(seen(area));
        return scene.numberIn((x, y) -> pixels[(y - area.y) * area.width + x - area.x], atLeast);
    }

    /** Since when his display has been the same as hers, while a scene still plays in which nothing moves at the moment. */
    private final class Rest {
        private long lastDrawing;
        private boolean compared;
        private boolean same;

        Rest(long begin) {
            lastDrawing = begin;
        }

        void drawn() {
            lastDrawing = System.nanoTime();
            compared = false;
            same = false;
        }

        void quiet() {
            if (!compared && System.nanoTime() > lastDrawing + CALM) {
                compared = true;
                same = java.util.Arrays.equals(source.grab(LOOKED_AT), viewer.grab(seen(LOOKED_AT)));
            }
        }

        Optional<Long> exactSince() {
            return same ? Optional.of(lastDrawing) : Optional.empty();
        }
    }

    /** Milliseconds from the last change on her desktop until his display is the same, if that comes. */
    private Optional<Double> awaitExact(Scene numbers, TreeMap<Integer, Long> seen, int last, long lastDrawn) {
        int[] hers = source.grab(LOOKED_AT);
        int[] his = new int[hers.length];
        while (true) {
            viewer.grab(seen(LOOKED_AT), his);
            long now = System.nanoTime();
            int number = number(numbers, last);
            if (number > last) {
                seen.putIfAbsent(number, now);
            }
            if (java.util.Arrays.equals(hers, his)) {
                return Optional.of((now - lastDrawn) / 1e6);
            }
            if (now > lastDrawn + REST) {
                return Optional.empty();
            }
            viewer.awaitDrawing(50 * MILLI);
        }
    }

    /** Milliseconds from drawing until it was seen, for every picture that was seen. */
    private static List<Double> ages(TreeMap<Integer, Long> drawn, TreeMap<Integer, Long> seen) {
        List<Double> ages = new ArrayList<>();
        seen.forEach((number, when) -> {
            Long then = drawn.get(number);
            if (then != null) {
                ages.add((when - then) / 1e6);
            }
        });
        return ages;
    }

    private static List<Double> errors(Scenes which, List<Sample> samples) {
        Scene again = which.draw();
        List<Double> errors = new ArrayList<>();
        int last = -1;
        for (Sample sample : samples) {
            if (sample.number() > last) {
                again.show(sample.number());
                last = sample.number();
                errors.add(PictureError.psnr(cut(again.pixels()), sample.pixels()));
            }
        }
        return errors;
    }

    private static int[] cut(int[] all) {
        int[] part = new int[LOOKED_AT.width * LOOKED_AT.height];
        for (int y = 0; y < LOOKED_AT.height; y++) {
            System.arraycopy(
                    all, (y + LOOKED_AT.y) * Scene.WIDTH + LOOKED_AT.x, part, y * LOOKED_AT.width, LOOKED_AT.width);
        }
        return part;
    }

    /** How many milliseconds from a click on a still screen until its answer is seen; those that never came are missing. */
    List<Double> clicks(int count) throws StoryFailed {
        actor.show(Scenes.IDLE);
        settle(SETTLE);
        return answers(viewer, at, count, () -> viewer.press(true), () -> viewer.press(false));
    }

    /** The same on the shared desktop itself: what the player needs. */
    List<Double> clicksThere(int count) throws StoryFailed {
        actor.show(Scenes.IDLE);
        settle(SETTLE);
        List<Double> answers = answers(source, new Point(), count, () -> source.press(true), () -> source.press(false));
        source.move(source.width() - 2, source.height() - 2);
        return answers;
    }

    /** A key is pressed while the whole screen changes again and again. */
    List<Double> keysWhileTurning(int count) throws StoryFailed {
        actor.show(Scenes.TURNING);
        settle(SETTLE);
        answers(viewer, at, 2, () -> viewer.press(true), () -> viewer.press(false)); // brings the keyboard there
        actor.begin(count);
        List<Double> all = answers(viewer, at, count, () -> viewer.key(LETTER, true), () -> viewer.key(LETTER, false));
        while (!actor.hasEnded()) {
            idle(50 * MILLI);
        }
        return all;
    }

    private List<Double> answers(XDisplay display, Point origin, int count, Runnable press, Runnable release) {
        Point patch = new Point(origin.x + Scene.PATCH.x, origin.y + Scene.PATCH.y + Scene.PATCH.height / 2);
        display.move(patch.x + 12, patch.y);
        idle(500 * MILLI);
        SplittableRandom pause = new SplittableRandom(count);
        List<Double> times = new ArrayList<>();
        int watched = patch.x + Scene.PATCH.width - 20;
        for (int i = 0; i < count; i++) {
            idle(TimeUnit.MILLISECONDS.toNanos(150 + pause.nextInt(200)));
            boolean before = Scene.isBright(display.pixel(watched, patch.y));
            display.forgetDrawing();
            long pressed = System.nanoTime();
            press.run();
            while (System.nanoTime() - pressed < LOST) {
                display.awaitDrawing(20 * MILLI);
                if (Scene.isBright(display.pixel(watched, patch.y)) != before) {
                    times.add((System.nanoTime() - pressed) / 1e6);
                    break;
                }
            }
            release.run();
        }
        return times;
    }

    @Override
    public void close() {
        source.close();
        viewer.close();
        actor.close();
    }
}
