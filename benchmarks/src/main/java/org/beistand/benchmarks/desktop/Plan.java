package org.beistand.benchmarks.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.beistand.benchmarks.player.Scenes;

/**
 * What is to be measured.
 *
 * @param seconds that each scene is played
 * @param clicks of which the latency is measured in a round
 * @param near whether it is measured over loopback
 * @param far whether it is measured with a long way, too
 * @param only the contenders, by their short names
 */
record Plan(
        int rounds,
        int seconds,
        int clicks,
        boolean near,
        boolean far,
        List<Scenes> scenes,
        Set<String> only,
        Path folder) {
    static final List<String> CONTENDERS = List.of("us", "x0vnc", "xvnc");

    static final String HELP = """
            ./beistand bench screen [options]
              --quick             one round, three scenes, under three minutes
              --scenario NAME     only this one, several times for several: typing scroll drag dialogs slides video idle,
                                  or latency, or far (latency with 50 ms round trip)
              --only NAME         only us, x0vnc or xvnc; several times for several
              --rounds N          3 unless told otherwise
              --seconds N         that each scene is played, 10 unless told otherwise
              --folder FOLDER     where the table and the logs go, the current one unless told otherwise""";

    /** @throws IllegalArgumentException with what is wrong */
    static Plan of(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean quick = rest.remove("--quick");
        int rounds = Integer.parseInt(value(rest, "--rounds", quick ? "1" : "3"));
        int seconds = Integer.parseInt(value(rest, "--seconds", quick ? "5" : "10"));
        Path folder = Path.of(value(rest, "--folder", "")).toAbsolutePath();
        Set<String> only = new TreeSet<>(values(rest, "--only"));
        List<String> asked = values(rest, "--scenario");
        if (!rest.isEmpty() || !CONTENDERS.containsAll(only)) {
            throw new IllegalArgumentException(HELP);
        }
        boolean all = asked.isEmpty();
        List<Scenes> scenes = Arrays.stream(Scenes.values())
                .filter(scene -> scene != Scenes.TURNING)
                .filter(scene -> quick && all
                        ? Set.of(Scenes.TYPING, Scenes.SCROLL, Scenes.VIDEO).contains(scene)
                        : all || asked.contains(scene.word()))
                .toList();
        boolean near = all || asked.contains("latency");
        boolean far = all && !quick || asked.contains("far");
        return new Plan(
                rounds,
                seconds,
                quick ? 20 : 40,
                near,
                far,
                scenes,
                only.isEmpty() ? Set.copyOf(CONTENDERS) : only,
                folder);
    }

    private static String value(List<String> arguments, String option, String otherwise) {
        List<String> all = values(arguments, option);
        return all.isEmpty() ? otherwise : all.getLast();
    }

    private static List<String> values(List<String> arguments, String option) {
        List<String> values = new ArrayList<>();
        for (int at = arguments.indexOf(option); at >= 0; at = arguments.indexOf(option)) {
            arguments.remove(at);
            if (at >= arguments.size()) {
                throw new IllegalArgumentException(HELP);
            }
            values.add(arguments.remove(at));
        }
        return values;
    }
}
