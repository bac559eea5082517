package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.beistand.benchmarks.player.Scenes;
import org.beistand.stories.Patience;
import org.beistand.stories.StoryFailed;
import org.beistand.stories.Theatre;
import org.beistand.stories.Troupe;

/**
 * {@code ./beistand bench screen}: the same activity on the same kind of desktop, shown by us and by TigerVNC, round by round in
 * turn. Writes a table.
 */
public final class ScreenBench implements AutoCloseable {
    /** Beside the desktop stands a strip that is shared as well, where our own small window has its place. */
    static final int WIDTH = 1920 + 400;

    static final int HEIGHT = 1080;
    /** Viewed in full screen; ours keeps a bar above the picture. A larger window would cost each picture more. */
    static final int VIEWING_HEIGHT = HEIGHT + 80;

    private static final long HALF_A_ROUND_TRIP = 25_000_000;

    private final Path home;
    private final Path work;
    private final Plan plan;
    private final PrintStream out;
    private final Patience patience = new Patience();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private ScreenBench(Path home, Path work, Plan plan, PrintStream out) {
        this.home = home;
        this.work = work;
        this.plan = plan;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Plan plan;
        try {
            plan = Plan.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Path home = Path.of(System.getProperty("beistand.home", ".")).toAbsolutePath();
        Files.createDirectories(plan.folder());
        Path work = Files.createTempDirectory("beistand-bench-");
        int code = 0;
        Figures figures = new Figures();
        LocalDateTime begun = LocalDateTime.now();
        try (ScreenBench bench = new ScreenBench(home, work, plan, System.out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
            bench.run(figures);
            Path page = plan.folder().resolve("bench-screen-" + begun.toLocalDate() + ".md");
            String text = new Page(figures, plan, begun).write();
            Files.writeString(page, text);
            System.out.println(text);
            System.out.println("Written to " + page);
        } catch (StoryFailed e) {
            System.err.println("FAILED: " + e.getMessage());
            System.err.println("The logs are in " + work);
            code = 1;
        }
        if (code == 0) {
            delete(work);
        }
        System.exit(code);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    private void run(Figures figures) throws StoryFailed, IOException {
        if (!plan.scenes().isEmpty() || plan.near()) {
            List<Stage> near = open(false);
            warm(near);
            for (int round = 1; round <= plan.rounds(); round++) {
                for (Stage stage : near) {
                    perform(stage, round, figures);
                }
            }
            for (Stage stage : near) {
                figures.memory(stage.contender());
            }
            closeAll();
        }
        if (plan.far()) {
            List<Stage> far = open(true);
            warm(far);
            for (int round = 1; round <= plan.rounds(); round++) {
                for (Stage stage : far) {
                    out.println("round " + round + ", " + stage.contender().name() + ": latency, 50 ms round trip");
                    figures.far(stage.contender().name(), stage.clicks(plan.clicks() / 2));
                    figures.farTurning(stage.contender().name(), stage.keysWhileTurning(plan.clicks()));
                }
            }
            closeAll();
        }
    }

    private Optional<Theatre.Detour> slowLine(String name) {
        // Between our programs stands a server, so the way is made of two such lines.
        long delay = name.equals("us") ? HALF_A_ROUND_TRIP / 2 : HALF_A_ROUND_TRIP;
        return Optional.of((from, to) -> opened.push(new SlowLine(from, to, delay)));
    }

    private List<Stage> open(boolean far) throws StoryFailed, IOException {
        List<Stage> all = new ArrayList<>();
        for (String name : Plan.CONTENDERS) {
            if (plan.only().contains(name)) {
                out.println("Starting " + name);
                Path folder = Files.createDirectories(work.resolve(name + (far ? "-far" : "")));
                Troupe troupe = new Troupe(folder);
                opened.push(troupe);
                Desktop viewing = Desktop.start(troupe, patience, "viewing", WIDTH, VIEWING_HEIGHT);
                Contender contender = contender(name, folder, troupe, viewing, far ? slowLine(name) : Optional.empty());
                opened.push(contender);
                Stage stage = new Stage(contender, folder);
                opened.push(stage);
                all.add(stage);
            }
        }
        return all;
    }

    private Contender contender(
            String name, Path folder, Troupe troupe, Desktop viewing, Optional<Theatre.Detour> detour)
            throws StoryFailed {
        return switch (name) {
            case "us" ->
                Beistand.start(home, folder, Desktop.start(troupe, patience, "shared", WIDTH, HEIGHT), viewing, detour);
            case "x0vnc" ->
                TigerVnc.scraping(
                        troupe, patience, Desktop.start(troupe, patience, "shared", WIDTH, HEIGHT), viewing, detour);
            case "xvnc" -> TigerVnc.standalone(troupe, patience, WIDTH, HEIGHT, viewing, detour);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Compilers and caches are done before anything counts, and the same for all. */
    private void warm(List<Stage> stages) throws StoryFailed {
        for (Stage stage : stages) {
            out.println("Warming " + stage.contender().name());
            for (Scenes scene : List.of(Scenes.SCROLL, Scenes.SLIDES, Scenes.VIDEO, Scenes.TYPING)) {
                stage.play(scene, 4);
            }
            stage.clicks(10);
        }
    }

    private void perform(Stage stage, int round, Figures figures) throws StoryFailed {
        String name = stage.contender().name();
        for (Scenes scene : plan.scenes()) {
            Played played = stage.play(scene, plan.seconds());
            figures.played(name, played);
            out.printf("round %d, %s: %s%n", round, name, Page.brief(played));
        }
        if (plan.near()) {
            out.println("round " + round + ", " + name + ": latency");
            figures.near(name, stage.clicks(plan.clicks()));
            figures.nearTurning(name, stage.keysWhileTurning(plan.clicks()));
            figures.program(name, stage.clicksThere(plan.clicks() / 2));
        }
    }

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                out.println("not closed: " + e);
            }
        }
    }

    @Override
    public void close() {
        closeAll();
        patience.close();
    }
}
