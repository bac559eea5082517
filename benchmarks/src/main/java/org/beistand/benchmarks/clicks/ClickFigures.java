package org.beistand.benchmarks.clicks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.beistand.benchmarks.player.Player;
import org.beistand.benchmarks.player.Scenes;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.platform.x11.X11Desktop;
import org.beistand.client.release.MaskedScreen;

/**
 * Clicks everywhere on a desktop on which something is played, half of the clicks where something has just changed, and counts
 * what was stopped; then lets something happen just before each click. Arguments: seconds for each activity, changes of each kind.
 */
public final class ClickFigures {
    private static final List<Scenes> PLAYED = List.of(
            Scenes.TYPING, Scenes.SCROLL, Scenes.DRAG, Scenes.DIALOGS, Scenes.SLIDES, Scenes.VIDEO, Scenes.IDLE);
    private static final long BETWEEN_CLICKS = 25;
    private static final Area NUMBER = new Area(1660, 1020, 260, 60);

    private final X11Desktop desktop = new X11Desktop(System.getenv("DISPLAY"));
    private final InstantSource clock = Clock.systemUTC();
    private final SplittableRandom random = new SplittableRandom(4);

    private ClickFigures() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int changes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        ClickFigures figures = new ClickFigures();
        for (Duration oneWay : List.of(Duration.ofMillis(5), Duration.ofMillis(150))) {
            figures.everyday(oneWay, seconds);
            figures.surprises(oneWay, changes);
        }
        System.exit(0);
    }

    private void everyday(Duration oneWay, int seconds) throws Exception {
        System.out.printf("%nround trip %d ms%n", 2 * oneWay.toMillis());
        System.out.println(
                "activity    clicks  stopped | nothing changed: clicks  stopped | much changed: clicks  stopped");
        Process player = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=false",
                        "-Dsun.java2d.uiScale=1",
                        "-Dsun.java2d.xrender=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Player.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader from =
                        new BufferedReader(new InputStreamReader(player.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter to = new PrintWriter(player.getOutputStream(), true, StandardCharsets.UTF_8)) {
            await(from, "open");
            for (Scenes scene : PLAYED) {
                to.println("show " + scene.word());
                await(from, "shown");
                to.println("play " + seconds);
                print(scene.word(), clicked(oneWay, seconds));
                await(from, "played");
            }
        } finally {
            player.destroy();
        }
    }

    private static void await(BufferedReader from, String word) throws IOException {
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith(word)) {
                return;
            }
        }
        throw new IOException("the player has ended");
    }

    private List<Onlooker.Judged> clicked(Duration oneWay, int seconds) throws DesktopException, InterruptedException {
        List<Onlooker.Judged> all = new ArrayList<>();
        try (Onlooker onlooker = new Onlooker(desktop, clock, oneWay, MaskedScreen.HIDDEN)) {
            long end = clock.millis() + seconds * 1000L - 500;
            long next = clock.millis() + 3000;
            while (clock.millis() < end) {
                all.addAll(onlooker.turn());
                if (clock.millis() >= next) {
                    next += BETWEEN_CLICKS;
                    click(onlooker);
                }
            }
        }
        return all;
    }

    private void click(Onlooker onlooker) {
        List<Area> restless = onlooker.restless();
        Area where = random.nextBoolean() || restless.isEmpty()
                ? onlooker.bounds()
                : restless.get(random.nextInt(restless.size()));
        int x = where.x() + random.nextInt(Math.max(1, where.width()));
        int y = where.y() + random.nextInt(Math.max(1, where.height()));
        // The player counts its pictures there; nobody would click at that.
        if (!NUMBER.contains(x, y)) {
            onlooker.click(x, y);
        }
    }

    private static void print(String name, List<Onlooker.Judged> all) {
        System.out.printf(
                "%-10s %7d %8d | %23d %8d | %20d %8d%n",
                name,
                all.size(),
                count(all, Optional.empty(), true),
                count(all, Optional.of(Onlooker.Change.NONE), false),
                count(all, Optional.of(Onlooker.Change.NONE), true),
                count(all, Optional.of(Onlooker.Change.MUCH), false),
                count(all, Optional.of(Onlooker.Change.MUCH), true));
    }

    private static long count(List<Onlooker.Judged> all, Optional<Onlooker.Change> change, boolean stopped) {
        return all.stream()
                .filter(one -> change.isEmpty() || one.change() == change.get())
                .filter(one -> !stopped || one.stopped())
                .count();
    }

    private void surprises(Duration oneWay, int changes) throws DesktopException, InterruptedException {
        System.out.println("just before the click                          clicks  stopped");
        for (Surprises.Kind kind : Surprises.Kind.values()) {
            List<Onlooker.Judged> all = new ArrayList<>();
            try (Surprises surprises = new Surprises();
                    Onlooker onlooker = new Onlooker(desktop, clock, oneWay, MaskedScreen.HIDDEN)) {
                while (all.size() < changes) {
                    surprises.prepare(kind);
                    settle(onlooker);
                    int[] place = surprises.place(kind);
                    surprises.happen(kind);
                    long patience = clock.millis() + 300;
                    while (onlooker.change(place[0], place[1]) == Onlooker.Change.NONE && clock.millis() < patience) {
                        Thread.onSpinWait();
                    }
                    if (onlooker.change(place[0], place[1]) != Onlooker.Change.NONE) {
                        onlooker.click(place[0], place[1]);
                        all.addAll(judged(onlooker));
                    }
                }
            }
            System.out.printf("%-46s %6d %8d%n", kind.story(), all.size(), count(all, Optional.empty(), true));
        }
    }

    /** Until the picture has rested for a while, as people look before they click. */
    private void settle(Onlooker onlooker) throws InterruptedException {
        long rested = clock.millis();
        while (clock.millis() < rested + 250) {
            onlooker.turn();
            rested = onlooker.isUpToDate() ? rested : clock.millis();
        }
    }

    private static List<Onlooker.Judged> judged(Onlooker onlooker) throws InterruptedException {
        List<Onlooker.Judged> judged = List.of();
        while (judged.isEmpty()) {
            judged = onlooker.turn();
        }
        return judged;
    }
}
