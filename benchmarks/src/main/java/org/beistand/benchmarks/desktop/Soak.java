package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.benchmarks.player.Scenes;
import org.beistand.stories.Commands;
import org.beistand.stories.Patience;
import org.beistand.stories.StoryFailed;
import org.beistand.stories.Troupe;

/**
 * {@code ./beistand soak}: a whole session over a page that scrolls all the time, for as many minutes as one likes, and once a
 * minute what memory both programs and both servers have. Judges nothing; whoever reads it sees whether it grows.
 */
public final class Soak {
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured|heap) +total \\d+K, (?:committed \\d+K, )?used (\\d+)K");
    private static final int AN_HOUR = 60;

    private Soak() {}

    /** @param arguments how many minutes */
    public static void main(String[] arguments) throws IOException {
        int minutes = arguments.length == 0 ? AN_HOUR : Integer.parseInt(arguments[0]);
        Path home = Path.of(System.getProperty("beistand.home", ".")).toAbsolutePath();
        Path work = Files.createTempDirectory("beistand-soak-");
        try (Troupe troupe = new Troupe(work.resolve("desktops"));
                Patience patience = new Patience()) {
            Desktop viewing = Desktop.start(troupe, patience, "viewing", ScreenBench.WIDTH, ScreenBench.VIEWING_HEIGHT);
            Desktop shared = Desktop.start(troupe, patience, "shared", ScreenBench.WIDTH, ScreenBench.HEIGHT);
            try (Contender session = Beistand.start(home, work, shared, viewing, Optional.empty());
                    Actor actor = new Actor(shared, work.resolve("player.log"))) {
                session.arrange();
                actor.show(Scenes.SCROLL);
                actor.begin(minutes * 60);
                measure(session.cast(), actor, minutes, patience, System.out);
            }
        } catch (StoryFailed e) {
            System.err.println("FAILED: " + e.getMessage());
            System.err.println("The logs are in " + work);
            System.exit(1);
        }
        System.exit(0);
    }

    private static void measure(Contender.Cast cast, Actor actor, int minutes, Patience patience, PrintStream out)
            throws StoryFailed {
        List<ProcessHandle> all = new ArrayList<>(List.of(cast.sharing(), cast.viewing()));
        all.addAll(cast.servers());
        out.println("| minute | attendee: resident, heap (MiB) | moderator | communication server | operator server |");
        out.println("|---|---|---|---|---|");
        List<List<Integer>> resident = new ArrayList<>();
        for (int minute = 0; minute <= minutes; minute++) {
            if (minute > 0) {
                patience.hold("a minute of scrolling", Duration.ofMinutes(1), () -> true);
            }
            StringBuilder row = new StringBuilder("| " + minute);
            List<Integer> now = new ArrayList<>();
            for (ProcessHandle one : all) {
                int mebibytes = Load.memory(one)[1];
                now.add(mebibytes);
                row.append(" | ").append(mebibytes).append(", ").append(heap(one));
            }
            resident.add(now);
            out.println(row + " |");
            actor.hasEnded(); // takes what the player says out of its queue
        }
        summary(resident, out);
    }

    /** The last quarter against the second one: what grows, grows from there to there as well. */
    private static void summary(List<List<Integer>> resident, PrintStream out) {
        int quarter = Math.max(1, resident.size() / 4);
        String[] names = {"attendee", "moderator"};
        for (int who = 0; who < names.length; who++) {
            double before = mean(
                    resident.subList(Math.min(quarter, resident.size() - 1), Math.min(2 * quarter, resident.size())),
                    who);
            double after = mean(resident.subList(resident.size() - quarter, resident.size()), who);
            out.printf("%s: %.0f MiB resident in the second quarter, %.0f in the last%n", names[who], before, after);
        }
    }

    private static double mean(List<List<Integer>> rows, int who) {
        return rows.stream().mapToInt(row -> row.get(who)).average().orElse(0);
    }

    /** What the Java machine itself says of its objects, live or not yet collected. */
    private static String heap(ProcessHandle process) throws StoryFailed {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Matcher used = USED.matcher(Commands.run(Map.of(), jcmd, "" + process.pid(), "GC.heap_info"));
        long kibibytes = 0;
        while (used.find()) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes == 0 ? "-" : Long.toString(kibibytes / 1024);
    }
}
