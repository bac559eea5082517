package org.beistand.benchmarks.desktop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.beistand.benchmarks.player.Scenes;

/** Everything that was measured, of all rounds. */
final class Figures {
    private final Map<String, Map<Scenes, List<Played>>> played = new LinkedHashMap<>();
    private final Map<String, List<Double>> near = new LinkedHashMap<>();
    private final Map<String, List<Double>> nearTurning = new LinkedHashMap<>();
    private final Map<String, List<Double>> far = new LinkedHashMap<>();
    private final Map<String, List<Double>> farTurning = new LinkedHashMap<>();
    private final Map<String, List<Double>> program = new LinkedHashMap<>();
    private final Map<String, int[]> memory = new LinkedHashMap<>();

    void played(String name, Played one) {
        played.computeIfAbsent(name, key -> new LinkedHashMap<>())
                .computeIfAbsent(one.scene(), key -> new ArrayList<>())
                .add(one);
    }

    void near(String name, List<Double> times) {
        add(near, name, times);
    }

    void nearTurning(String name, List<Double> times) {
        add(nearTurning, name, times);
    }

    void far(String name, List<Double> times) {
        add(far, name, times);
    }

    void farTurning(String name, List<Double> times) {
        add(farTurning, name, times);
    }

    void program(String name, List<Double> times) {
        add(program, name, times);
    }

    private static void add(Map<String, List<Double>> to, String name, List<Double> times) {
        to.computeIfAbsent(name, key -> new ArrayList<>()).addAll(times);
    }

    void memory(Contender contender) {
        memory.put(contender.name(), Load.memory(contender.cast().sharing()));
        memory.put(contender.name() + ", viewer", Load.memory(contender.cast().viewing()));
    }

    Collection<String> contenders() {
        return played.isEmpty() ? near.isEmpty() ? far.keySet() : near.keySet() : played.keySet();
    }

    List<Played> of(String name, Scenes scene) {
        return played.getOrDefault(name, Map.of()).getOrDefault(scene, List.of());
    }

    Map<String, List<Double>> near() {
        return near;
    }

    Map<String, List<Double>> nearTurning() {
        return nearTurning;
    }

    Map<String, List<Double>> far() {
        return far;
    }

    Map<String, List<Double>> farTurning() {
        return farTurning;
    }

    Map<String, List<Double>> program() {
        return program;
    }

    Map<String, int[]> memory() {
        return memory;
    }

    /** The middle one of all rounds. */
    double median(String name, Scenes scene, ToDoubleFunction<Played> figure) {
        return Ranked.of(of(name, scene).stream().mapToDouble(figure)).median();
    }
}
