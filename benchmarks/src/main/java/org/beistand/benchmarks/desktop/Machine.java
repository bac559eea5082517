package org.beistand.benchmarks.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** On what it was measured. */
final class Machine {
    private Machine() {}

    static String facts() {
        return "Machine: " + Runtime.getRuntime().availableProcessors() + " cores, "
                + field("/proc/cpuinfo", "model name")
                + ", " + field("/proc/meminfo", "MemTotal") + "; load before and during the last minutes "
                + first("/proc/loadavg") + "; Linux " + System.getProperty("os.version") + ", "
                + field("/etc/os-release", "PRETTY_NAME").replace("\"", "") + ", Java "
                + System.getProperty("java.runtime.version") + ", TigerVNC " + tigerVnc() + ".";
    }

    private static String field(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(line.contains(":") ? ':' : '=') + 1)
                        .strip())
                .findFirst()
                .orElse("?");
    }

    private static String first(String file) {
        return read(file).strip();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    private static String tigerVnc() {
        try {
            Process asked = new ProcessBuilder("dpkg-query", "-W", "-f=${Version}", "tigervnc-scraping-server").start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "?";
        }
    }
}
