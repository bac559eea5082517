package org.beistand.benchmarks.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.screen.Activity;
import org.beistand.client.screen.ScreenEncoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time to encode one picture of 1920 x 1080. {@code java -cp ... org.openjdk.jmh.Main ScreenBenchmark -prof gc} shows that
 * hardly anything but the result is allocated.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScreenBenchmark {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int PICTURES = 8;

    @Param({"still", "typing", "scrolling", "photographs"})
    public String activity = "";

    private final List<Picture> pictures = new ArrayList<>();
    private List<Area> damage = List.of();
    private ScreenEncoder encoder = new ScreenEncoder(1, 1);
    private int turn;

    @Setup(Level.Trial)
    public void draw() {
        BiFunction<Integer, Integer, Activity> kind = switch (activity) {
            case "scrolling" -> Activity::scrolling;
            case "photographs" -> Activity::photographs;
            default -> Activity::typing;
        };
        Activity drawn = kind.apply(WIDTH, HEIGHT);
        Picture now = new Picture(WIDTH, HEIGHT);
        drawn.next(now);
        for (int i = 0; i < PICTURES; i++) {
            if (!activity.equals("still")) {
                List<Area> where = drawn.next(now);
                // The pictures come round again, so the damage is that of all steps together.
                damage = activity.equals("typing") ? joined(damage, where) : where;
            }
            Picture copy = new Picture(WIDTH, HEIGHT);
            System.arraycopy(now.pixels(), 0, copy.pixels(), 0, now.pixels().length);
            pictures.add(copy);
        }
        encoder.close();
        encoder = new ScreenEncoder(WIDTH, HEIGHT);
    }

    private static List<Area> joined(List<Area> some, List<Area> more) {
        List<Area> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @TearDown(Level.Trial)
    public void end() {
        encoder.close();
    }

    @Benchmark
    public int encode() {
        Picture now = pictures.get(turn++ % PICTURES);
        int bytes = 0;
        do {
            bytes += encoder.encode(now, damage, List.of())
                    .map(one -> one.length())
                    .orElse(0);
        } while (encoder.owes());
        return bytes;
    }
}
