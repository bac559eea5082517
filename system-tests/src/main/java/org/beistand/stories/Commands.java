package org.beistand.stories;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of the system, run to their end. */
public final class Commands {
    private static final Duration ATMOST = Duration.ofSeconds(60);

    private Commands() {}

    /** @return what it printed; a code other than 0 is a failure */
    public static String run(Map<String, String> environment, String... command) throws StoryFailed {
        return run(environment, "", List.of(command));
    }

    static String run(Map<String, String> environment, String input, List<String> command) throws StoryFailed {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(ATMOST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StoryFailed(command.getFirst() + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new StoryFailed(
                        String.join(" ", command) + " ended with " + process.exitValue() + ": " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new StoryFailed(command.getFirst() + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed(command.getFirst() + " was interrupted");
        }
    }

    /** The command line of one of our programs, as the launcher makes it. */
    static List<String> program(Path home, String module, String main, List<String> options, List<String> arguments)
            throws StoryFailed {
        Path built = home.resolve(module).resolve("target");
        List<String> modules = new ArrayList<>();
        List<String> paths = new ArrayList<>(List.of(built.resolve("classes").toString()));
        Path[] jars = list(built.resolve("lib"));
        for (Path jar : jars) {
            (jar.getFileName().toString().startsWith("javafx-") ? modules : paths).add(jar.toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (!modules.isEmpty()) {
            command.addAll(List.of(
                    "--module-path=" + String.join(":", modules),
                    "--add-modules=javafx.controls",
                    "--enable-native-access=javafx.graphics",
                    "-Dprism.order=sw"));
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-Xmx768m"));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(":", paths), main));
        command.addAll(arguments);
        return command;
    }

    private static Path[] list(Path folder) throws StoryFailed {
        String[] names = folder.toFile().list();
        if (names == null) {
            throw new StoryFailed("not built: " + folder);
        }
        return Arrays.stream(names).sorted().map(folder::resolve).toArray(Path[]::new);
    }
}
