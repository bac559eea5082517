package org.beistand.benchmarks.screen;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.screen.Activity;
import org.beistand.client.screen.ScreenDecoder;
import org.beistand.client.screen.ScreenEncoder;
import org.beistand.protocol.wire.Octets;

/**
 * Prints what each {@link Activity} costs a picture: bytes on the way, CPU time on both sides, memory allocated. Every picture is
 * compared with what the viewer sees. Argument: how many pictures of each.
 */
public final class ScreenFigures {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    private ScreenFigures() {}

    public static void main(String[] arguments) {
        int pictures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 150;
        Map<String, Supplier<Activity>> activities = new LinkedHashMap<>();
        activities.put("typing", () -> Activity.typing(WIDTH, HEIGHT));
        activities.put("scrolling", () -> Activity.scrolling(WIDTH, HEIGHT));
        activities.put("dragging", () -> Activity.dragging(WIDTH, HEIGHT));
        activities.put("slides", () -> Activity.slides(WIDTH, HEIGHT));
        activities.put("switching", () -> Activity.switching(WIDTH, HEIGHT));
        activities.put("video", () -> Activity.video(WIDTH, HEIGHT));
        activities.put("photographs", () -> Activity.photographs(WIDTH, HEIGHT));
        activities.values().forEach(warm -> new Run(warm.get()).play(15));
        System.out.println(
                "activity      first B   mean B    max B   encode ms  worst ms  decode ms  allocated B (all per picture, CPU)");
        activities.forEach((name, activity) -> {
            Run run = new Run(activity.get());
            run.play(name.equals("photographs") ? Math.min(15, pictures) : pictures);
            run.print(name);
        });
    }

    private static final class Run {
        private final Activity activity;
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long first;
        private long bytes;
        private long most;
        private long encodeNanos;
        private long worstNanos;
        private long decodeNanos;
        private long allocated;
        private int count;

        Run(Activity activity) {
            this.activity = activity;
        }

        void play(int pictures) {
            Picture now = new Picture(WIDTH, HEIGHT);
            Picture shown = new Picture(WIDTH, HEIGHT);
            try (ScreenEncoder encoder = new ScreenEncoder(WIDTH, HEIGHT);
                    ScreenDecoder decoder = new ScreenDecoder(WIDTH, HEIGHT)) {
                for (int i = 0; i <= pictures; i++) {
                    List<Area> damage = activity.next(now);
                    long size = 0;
                    long encoding = 0;
                    long decoding = 0;
                    long memory = allocatedBytes();
                    do {
                        long before = threads.getCurrentThreadCpuTime();
                        Optional<Octets> encoded = encoder.encode(now, damage, List.of());
                        long between = threads.getCurrentThreadCpuTime();
                        encoded.ifPresent(one -> decoder.apply(one, shown));
                        decoding += threads.getCurrentThreadCpuTime() - between;
                        encoding += between - before;
                        size += encoded.map(Octets::length).orElse(0);
                        damage = List.of();
                    } while (encoder.owes());
                    memory = allocatedBytes() - memory;
                    if (!Arrays.equals(now.pixels(), shown.pixels())) {
                        throw new IllegalStateException("the pictures differ");
                    }
                    if (i == 0) {
                        first = size;
                    } else {
                        count++;
                        bytes += size;
                        most = Math.max(most, size);
                        encodeNanos += encoding;
                        worstNanos = Math.max(worstNanos, encoding);
                        decodeNanos += decoding;
                        allocated += memory;
                    }
                }
            }
        }

        private static long allocatedBytes() {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean sun
                    ? sun.getCurrentThreadAllocatedBytes()
                    : 0;
        }

        void print(String name) {
            System.out.printf(
                    "%-12s %8d %8d %8d %11.2f %9.2f %10.2f %12d%n",
                    name,
                    first,
                    bytes / count,
                    most,
                    encodeNanos / 1e6 / count,
                    worstNanos / 1e6,
                    decodeNanos / 1e6 / count,
                    allocated / count);
        }
    }
}
