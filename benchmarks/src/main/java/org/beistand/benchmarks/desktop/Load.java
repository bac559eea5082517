package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the processes of a contender have used so far: seconds of CPU, and bytes over the sockets of the viewing one, which the
 * kernel counts for everybody alike.
 *
 * @param servers those of what stands between
 * @param sharedX the X server whose screen is shown, 0 if it is the sharing process itself
 */
record Load(
        double sharing,
        double viewing,
        double servers,
        double sharedX,
        double viewingX,
        long bytesToViewer,
        long bytesBack) {
    /** The kernel's clock ticks, the same on every Linux that Java runs on. */
    private static final double TICKS = 100;

    private static final Pattern RECEIVED = Pattern.compile("bytes_received:(\\d+)");
    private static final Pattern SENT = Pattern.compile("bytes_sent:(\\d+)");

    static Load of(Contender contender) {
        Contender.Cast cast = contender.cast();
        boolean ownX = cast.sharing().pid() == contender.shared().server().pid();
        List<String> sockets = sockets(cast.viewing().pid(), contender.port());
        return new Load(
                seconds(cast.sharing()),
                seconds(cast.viewing()),
                cast.servers().stream().mapToDouble(Load::seconds).sum(),
                ownX ? 0 : seconds(contender.shared().server()),
                seconds(contender.viewing().server()),
                sum(RECEIVED, sockets),
                sum(SENT, sockets));
    }

    Load since(Load before) {
        return new Load(
                sharing - before.sharing,
                viewing - before.viewing,
                servers - before.servers,
                sharedX - before.sharedX,
                viewingX - before.viewingX,
                bytesToViewer - before.bytesToViewer,
                bytesBack - before.bytesBack);
    }

    private static double seconds(ProcessHandle process) {
        String stat = read(Path.of("/proc", "" + process.pid(), "stat"));
        // The name in brackets may hold spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** The most memory that it ever had resident, and what it has now, in MiB. */
    static int[] memory(ProcessHandle process) {
        String status = read(Path.of("/proc", "" + process.pid(), "status"));
        return new int[] {field(status, "VmHWM"), field(status, "VmRSS")};
    }

    private static int field(String status, String name) {
        Matcher found = Pattern.compile(name + ":\\s+(\\d+) kB").matcher(status);
        return found.find() ? Integer.parseInt(found.group(1)) / 1024 : 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a process that is measured has ended", e);
        }
    }

    private static List<String> sockets(long pid, int port) {
        try {
            Process ss = new ProcessBuilder("ss", "-tinpHO", "state", "established", "dport = :" + port)
                    .redirectErrorStream(true)
                    .start();
            return new String(ss.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("pid=" + pid + ","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long sum(Pattern counter, List<String> sockets) {
        return sockets.stream()
                .map(counter::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
