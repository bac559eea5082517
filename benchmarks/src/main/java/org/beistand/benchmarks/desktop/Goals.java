package org.beistand.benchmarks.desktop;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.beistand.benchmarks.player.Scenes;

/** What the screen must reach and what it aims at, with what was measured. A goal that was not measured is left out. */
final class Goals {
    private final Figures figures;
    private final Consumer<String> line;

    Goals(Figures figures, Consumer<String> line) {
        this.figures = figures;
        this.line = line;
    }

    private enum Sense {
        AT_LEAST,
        AT_MOST
    }

    void write() {
        line.accept("");
        line.accept("| goal | must | aim | measured | |");
        line.accept("|---|---|---|---|---|");
        fewerBytes();
        noneWorse();
        latencies();
        work();
        exactness();
        Optional.ofNullable(figures.memory().get(Page.US))
                .ifPresent(memory -> row(
                        "memory of the attendee program, the most during all of this, MiB",
                        350,
                        220,
                        memory[0],
                        "%.0f",
                        Sense.AT_MOST));
    }

    private static List<Scenes> moving() {
        return Arrays.stream(Scenes.values()).filter(Scenes::isMoving).toList();
    }

    private boolean has(String name, Scenes scene) {
        return !figures.of(name, scene).isEmpty();
    }

    private double bytes(String name, Scenes scene) {
        return figures.median(name, scene, one -> one.whole().bytesToViewer());
    }

    private void fewerBytes() {
        for (var peer : Map.of(Page.SCRAPING, new double[] {5, 20}, Page.STANDALONE, new double[] {2, 6})
                .entrySet()) {
            List<Scenes> both = moving().stream()
                    .filter(scene -> has(Page.US, scene) && has(peer.getKey(), scene))
                    .toList();
            if (!both.isEmpty()) {
                double mean = Math.exp(both.stream()
                        .mapToDouble(scene -> Math.log(bytes(peer.getKey(), scene) / bytes(Page.US, scene)))
                        .average()
                        .orElseThrow());
                row(
                        "bytes: times fewer than " + peer.getKey() + ", geometric mean of " + both.size()
                                + " moving scenes",
                        peer.getValue()[0],
                        peer.getValue()[1],
                        mean,
                        "%.1f",
                        Sense.AT_LEAST);
            }
        }
    }

    private void noneWorse() {
        double worst = Double.MAX_VALUE;
        String where = "";
        for (String peer : List.of(Page.SCRAPING, Page.STANDALONE)) {
            for (Scenes scene : moving()) {
                if (has(Page.US, scene) && has(peer, scene)) {
                    double ratio = bytes(peer, scene) / bytes(Page.US, scene);
                    if (ratio < worst) {
                        worst = ratio;
                        where = scene.word() + " against " + peer;
                    }
                }
            }
        }
        if (!where.isEmpty()) {
            row("no scene with more bytes than either; the worst: " + where, 1, 2, worst, "%.2f", Sense.AT_LEAST);
        }
    }

    private void latencies() {
        latency("input to pixel, loopback, median ms", figures.near(), 0.5, 25, 12);
        latency("input to pixel, loopback, p95 ms", figures.near(), 0.95, 50, 20);
        latency("a key during a full-screen change, 50 ms round trip, p95 ms", figures.farTurning(), 0.95, 200, 130);
    }

    private void latency(String goal, Map<String, List<Double>> all, double share, double must, double aim) {
        Ranked times = Ranked.of(all.getOrDefault(Page.US, List.of()));
        if (!times.isEmpty()) {
            row(goal, must, aim, times.at(share), "%.1f", Sense.AT_MOST);
        }
    }

    private void work() {
        if (has(Page.US, Scenes.SCROLL)) {
            row(
                    "CPU of the sharing side, scroll at 30 pictures a second, % of a core",
                    35, 20, percent(Scenes.SCROLL, one -> one.active().sharing()), "%.0f", Sense.AT_MOST);
        }
        if (has(Page.US, Scenes.IDLE)) {
            double bytes =
                    figures.median(Page.US, Scenes.IDLE, one -> one.active().bytesToViewer() / one.seconds());
            row("idle: bytes a second, keep-alive only", 50, 50, bytes, "%.0f", Sense.AT_MOST);
            row(
                    "idle: CPU of the sharing side, % of a core",
                    1, 1, percent(Scenes.IDLE, one -> one.active().sharing()), "%.1f", Sense.AT_MOST);
        }
    }

    private double percent(Scenes scene, ToDoubleFunction<Played> seconds) {
        return 100 * figures.median(Page.US, scene, one -> seconds.applyAsDouble(one) / one.seconds());
    }

    private void exactness() {
        if (has(Page.US, Scenes.TYPING)) {
            row("text at rest: exact after ms", 100, 50, exact(Scenes.TYPING), "%.0f", Sense.AT_MOST);
        }
        double slowest = 0;
        String which = "";
        for (Scenes scene : moving()) {
            if (has(Page.US, scene) && exact(scene) > slowest) {
                slowest = exact(scene);
                which = scene.word();
            }
        }
        if (!which.isEmpty()) {
            row(
                    "everything at rest: exact after ms; the slowest: " + which,
                    1000,
                    1000,
                    slowest,
                    "%.0f",
                    Sense.AT_MOST);
        }
    }

    /** Of the slowest round. */
    private double exact(Scenes scene) {
        return figures.of(Page.US, scene).stream()
                .mapToDouble(one -> one.exactAfter().orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElse(Double.NaN);
    }

    private void row(String goal, double must, double aim, double measured, String format, Sense sense) {
        boolean met = sense == Sense.AT_LEAST ? measured >= must : measured <= must;
        boolean aimed = sense == Sense.AT_LEAST ? measured >= aim : measured <= aim;
        line.accept(Page.format(
                "| %s | %s %s | %s | " + format + " | %s |",
                goal,
                sense == Sense.AT_LEAST ? "at least" : "at most",
                number(must),
                number(aim),
                measured,
                aimed ? "aim met" : met ? "must met, aim not met" : "**not met**"));
    }

    private static String number(double value) {
        return Page.format("%.0f", value);
    }
}
