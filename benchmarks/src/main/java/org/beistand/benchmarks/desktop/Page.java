package org.beistand.benchmarks.desktop;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.beistand.benchmarks.player.Scenes;

/** The figures as a page that is read by people. */
final class Page {
    static final String US = "Beistand";
    static final String SCRAPING = "x0vncserver";
    static final String STANDALONE = "Xvnc";

    private final Figures figures;
    private final Plan plan;
    private final LocalDateTime begun;
    private final StringBuilder text = new StringBuilder();

    Page(Figures figures, Plan plan, LocalDateTime begun) {
        this.figures = figures;
        this.plan = plan;
        this.begun = begun;
    }

    static String brief(Played one) {
        return "%-8s %9.1f kB (%.1f kB/s), CPU %.2f + %.2f s, %.1f pictures/s, exact %s, rest %s"
                .formatted(
                        one.scene().word(),
                        one.whole().bytesToViewer() / 1e3,
                        one.active().bytesToViewer() / 1e3 / one.seconds(),
                        one.whole().sharing(),
                        one.whole().viewing(),
                        one.seen() / one.seconds(),
                        one.exactAfter().map("after %.0f ms"::formatted).orElse("never"),
                        decibels(one.restError()));
    }

    String write() {
        line("# The screen, side by side");
        line("");
        line("Written by `./beistand bench screen` on " + begun.truncatedTo(ChronoUnit.MINUTES) + ", " + plan.rounds()
                + " rounds in turn, medians (least .. most). " + Machine.facts());
        line("");
        line("We run with both programs, both servers, TLS and the seal; TigerVNC over loopback, unencrypted, with its"
                + " defaults. Bytes are those that arrive at the viewing program, counted by the kernel for each socket, until"
                + " four seconds after the last picture. CPU is user and system time of the processes in seconds for the same"
                + " time. The picture is looked at on the viewer's display by the bench's own eyes.");
        if (!plan.scenes().isEmpty()) {
            table();
            means();
        }
        latency();
        memory();
        new Goals(figures, this::line).write();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void table() {
        line("");
        line(
                "| scene | shown by | kB | kB/s playing | kB back | CPU sharing | CPU viewing | CPU servers | CPU X shared + viewing"
                        + " | pictures/s seen of drawn | picture's age ms, p95 | exact after ms | PSNR playing, least | PSNR at rest |");
        line("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Scenes scene : plan.scenes()) {
            for (String name : figures.contenders()) {
                row(scene, name, figures.of(name, scene));
            }
        }
        line("");
        for (Scenes scene : plan.scenes()) {
            line("- *" + scene.word() + "*: " + scene.story() + ".");
        }
    }

    private void row(Scenes scene, String name, List<Played> all) {
        if (all.isEmpty()) {
            return;
        }
        Ranked ages = Ranked.of(all.stream().flatMap(one -> one.ages().stream()).toList());
        Ranked errors =
                Ranked.of(all.stream().flatMap(one -> one.errors().stream()).toList());
        List<Double> exact =
                all.stream().map(Played::exactAfter).flatMap(Optional::stream).toList();
        line("| " + scene.word() + " | " + name
                + " | " + spread(all, "%.1f", one -> one.whole().bytesToViewer() / 1e3)
                + " | " + middle(all, "%.1f", one -> one.active().bytesToViewer() / 1e3 / one.seconds())
                + " | " + middle(all, "%.1f", one -> one.whole().bytesBack() / 1e3)
                + " | " + spread(all, "%.2f", one -> one.whole().sharing())
                + " | " + spread(all, "%.2f", one -> one.whole().viewing())
                + " | " + middle(all, "%.2f", one -> one.whole().servers())
                + " | " + middle(all, "%.2f", one -> one.whole().sharedX()) + " + "
                + middle(all, "%.2f", one -> one.whole().viewingX())
                + " | " + middle(all, "%.1f", one -> one.seen() / one.seconds()) + " of "
                + middle(all, "%.1f", one -> one.drawn() / one.seconds())
                + " | " + (ages.isEmpty() ? "" : format("%.0f, %.0f", ages.median(), ages.at(0.95)))
                + " | "
                + (exact.size() < all.size()
                        ? "never" + (exact.isEmpty() ? "" : " (" + exact.size() + " of " + all.size() + ")")
                        : format("%.0f", Ranked.of(exact).median()))
                + " | " + (errors.isEmpty() ? "" : decibels(errors.median()) + ", " + decibels(errors.least()))
                + " | " + decibels(figures.median(name, scene, Played::restError))
                + (exact.size() < all.size()
                        ? format(", %.1f %% differ", 100 * figures.median(name, scene, Played::differing))
                        : "")
                + " |");
    }

    private void means() {
        for (String peer : List.of(SCRAPING, STANDALONE)) {
            Optional<Double> bytes = mean(peer, one -> one.whole().bytesToViewer());
            if (bytes.isPresent()) {
                line("");
                line(format(
                        "Geometric means over the moving scenes, %s to us: **bytes %.1f : 1**, CPU sharing %.2f : 1, CPU"
                                + " viewing %.2f : 1; %s.",
                        peer,
                        bytes.get(),
                        mean(peer, one -> one.whole().sharing()).orElseThrow(),
                        mean(peer, one -> one.whole().viewing()).orElseThrow(),
                        ratios(peer)));
            }
        }
    }

    private String ratios(String peer) {
        return String.join(
                ", ",
                moving().map(scene -> scene.word()
                                + format(
                                        " %.1f",
                                        ratio(peer, scene, one -> one.whole().bytesToViewer())))
                        .toList());
    }

    private java.util.stream.Stream<Scenes> moving() {
        return plan.scenes().stream().filter(Scenes::isMoving);
    }

    private double ratio(String peer, Scenes scene, ToDoubleFunction<Played> figure) {
        return figures.median(peer, scene, figure) / Math.max(0.005, figures.median(US, scene, figure));
    }

    private Optional<Double> mean(String peer, ToDoubleFunction<Played> figure) {
        if (moving().anyMatch(scene ->
                figures.of(peer, scene).isEmpty() || figures.of(US, scene).isEmpty())) {
            return Optional.empty();
        }
        double sum = moving().mapToDouble(scene -> Math.log(Math.max(1e-6, ratio(peer, scene, figure))))
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(sum) ? Optional.empty() : Optional.of(Math.exp(sum));
    }

    private void latency() {
        if (figures.near().isEmpty() && figures.far().isEmpty()) {
            return;
        }
        line("");
        line(
                "From a click or a key on the moderator's side until the changed pixel is on his display, ms: median / p95 (least"
                        + " .. most, how many of how many came).");
        line("");
        line("| | a click, still screen | a key, full screen changing | the player itself | 50 ms round trip: a click"
                + " | a key, full screen changing |");
        line("|---|---|---|---|---|---|");
        for (String name : figures.contenders()) {
            line("| " + name + " | " + times(figures.near(), name) + " | " + times(figures.nearTurning(), name) + " | "
                    + times(figures.program(), name) + " | " + times(figures.far(), name) + " | "
                    + times(figures.farTurning(), name) + " |");
        }
    }

    private static String times(Map<String, List<Double>> all, String name) {
        Ranked times = Ranked.of(all.getOrDefault(name, List.of()));
        return times.isEmpty()
                ? ""
                : format(
                        "%.1f / %.1f (%.1f .. %.1f, %d)",
                        times.median(), times.at(0.95), times.least(), times.most(), times.values().length);
    }

    private void memory() {
        if (!figures.memory().isEmpty()) {
            line("");
            line("Resident memory at the end (the most there ever was), MiB: "
                    + String.join(
                            ", ",
                            figures.memory().entrySet().stream()
                                    .map(one -> one.getKey() + " " + one.getValue()[1] + " (" + one.getValue()[0] + ")")
                                    .toList())
                    + ".");
        }
    }

    private static String spread(List<Played> all, String format, ToDoubleFunction<Played> figure) {
        Ranked ranked = Ranked.of(all.stream().mapToDouble(figure));
        String middle = format(format, ranked.median());
        return all.size() < 2
                ? middle
                : middle + " (" + format(format, ranked.least()) + " .. " + format(format, ranked.most()) + ")";
    }

    private static String middle(List<Played> all, String format, ToDoubleFunction<Played> figure) {
        return format(format, Ranked.of(all.stream().mapToDouble(figure)).median());
    }

    static String decibels(double value) {
        return Double.isInfinite(value) ? "exact" : format("%.1f", value);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
