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
 * Prints what each {@link Activity} costs a picture: bytes on the way, CPU time on both sides, memory allocated; and what it takes to
 * sharpen it in the end. Every picture is compared with what the viewer sees: it must be the same but where it is known to be
 * coarse, and there the error is measured. Argument: how many pictures of each.
 */
public final class ScreenFigures {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final long MILLIS_A_PICTURE = 33;

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
                "activity      first B   mean B    max B   encode ms  worst ms  decode ms  allocated B   error dB  sharpened B   sharpen ms (CPU)");
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
        private long sharpened;
        private long sharpenNanos;
        private double error;
        private long differing;
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
                    encoder.pace(0, ScreenEncoder.ENOUGH_BYTES, i * MILLIS_A_PICTURE);
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
                    compare(now, shown, decoder.coarseAreas());
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
                long before = threads.getCurrentThreadCpuTime();
                while (encoder.isCoarse()) {
                    Octets encoded = encoder.sharpen(now, Long.MAX_VALUE).orElseThrow();
                    sharpened += encoded.length();
                    decoder.apply(encoded, shown);
                }
                sharpenNanos = threads.getCurrentThreadCpuTime() - before;
                compare(now, shown, List.of());
            }
        }

        private void compare(Picture now, Picture shown, List<Area> coarse) {
            int[] exact = shown.pixels().clone();
            for (Area area : coarse) {
                for (int y = area.y(); y < area.y() + area.height(); y++) {
                    for (int at = y * WIDTH + area.x(); at < y * WIDTH + area.x() + area.width(); at++) {
                        int pixel = now.pixels()[at];
                        error += square(pixel >> 16, exact[at] >> 16) + square(pixel >> 8, exact[at] >> 8);
                        error += square(pixel, exact[at]);
                        exact[at] = pixel;
                        differing += 3;
                    }
                }
            }
            if (!Arrays.equals(now.pixels(), exact)) {
                throw new IllegalStateException("the pictures differ");
            }
        }

        private static int square(int one, int other) {
            int difference = (one & 0xFF) - (other & 0xFF);
            return difference * difference;
        }

        private static long allocatedBytes() {
            return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean sun
                    ? sun.getCurrentThreadAllocatedBytes()
                    : 0;
        }

        void print(String name) {
            System.out.printf(
                    "%-12s %8d %8d %8d %11.2f %9.2f %10.2f %12d %10s %12d %12.2f%n",
                    name,
                    first,
                    bytes / count,
                    most,
                    encodeNanos / 1e6 / count,
                    worstNanos / 1e6,
                    decodeNanos / 1e6 / count,
                    allocated / count,
                    error > 0 ? "%.1f".formatted(10 * Math.log10(255 * 255 * differing / error)) : "-",
                    sharpened,
                    sharpenNanos / 1e6);
        }
    }
}
