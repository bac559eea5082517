package org.beistand.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The processes of a story; when it is over, none is left. */
public final class Troupe implements AutoCloseable {
    private final Path logs;
    private final Deque<Process> processes = new ArrayDeque<>();
    private final Map<String, Process> byName = new HashMap<>();

    public Troupe(Path logs) throws IOException {
        this.logs = Files.createDirectories(logs);
    }

    /** Starts a program; what it prints goes into a log of that name. */
    public Process start(String name, Map<String, String> environment, List<String> command) throws StoryFailed {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(logOf(name).toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            processes.push(process);
            byName.put(name, process);
            return process;
        } catch (IOException e) {
            throw new StoryFailed(name + " cannot be started: " + e.getMessage());
        }
    }

    void awaitPrograms(String... names) {
        for (String name : names) {
            named(name).onExit().join();
        }
    }

    /** At once and without a word, as a machine that loses its power. */
    void kill(String name) {
        named(name).destroyForcibly();
    }

    public Process named(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    Path logOf(String name) {
        return logs.resolve(name + ".log");
    }

    public String said(String name) {
        try {
            return Files.readString(logOf(name));
        } catch (IOException e) {
            return "";
        }
    }

    /** Politely first. */
    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
