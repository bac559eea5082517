package org.beistand.benchmarks.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.benchmarks.player.Player;
import org.beistand.benchmarks.player.Scenes;
import org.beistand.stories.StoryFailed;

/** The program that plays on a shared desktop, as a process of its own. */
final class Actor implements AutoCloseable {
    private static final String END = "(the player has ended)";

    private final Process process;
    private final PrintWriter to;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final TreeMap<Integer, Long> drawn = new TreeMap<>();

    Actor(Desktop desktop, Path log) throws StoryFailed {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Djava.awt.headless=false",
                        "-Dsun.java2d.uiScale=1",
                        // Plain pictures through shared memory, exactly where they were asked for.
                        "-Dsun.java2d.xrender=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Player.class.getName())
                .redirectError(log.toFile());
        builder.environment().putAll(desktop.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new StoryFailed("the player cannot be started: " + e.getMessage());
        }
        to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofPlatform().name("player").daemon(true).start(() -> {
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    said.add(line);
                }
            } catch (IOException e) {
                said.add(END);
            }
            said.add(END);
        });
        await("open");
    }

    void show(Scenes scene) throws StoryFailed {
        to.println("show " + scene.word());
        await("shown");
    }

    void begin(int seconds) {
        drawn.clear();
        to.println("play " + seconds);
    }

    /** Whether it has been played to the end; never waits. */
    boolean hasEnded() throws StoryFailed {
        for (String line = said.poll(); line != null; line = said.poll()) {
            if (line.startsWith("played")) {
                return true;
            }
            note(line);
        }
        return false;
    }

    /** When each of the pictures was drawn, by the clock that all programs share. */
    TreeMap<Integer, Long> drawn() {
        return new TreeMap<>(drawn);
    }

    private void note(String line) throws StoryFailed {
        if (line.equals(END)) {
            throw new StoryFailed("the player has ended");
        }
        String[] words = line.split(" ");
        if (words.length == 2 && Character.isDigit(words[0].charAt(0))) {
            drawn.put(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        }
    }

    private void await(String word) throws StoryFailed {
        try {
            String line = next();
            while (!line.startsWith(word)) {
                note(line);
                line = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted");
        }
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(said.poll(60, TimeUnit.SECONDS)).orElse(END);
    }

    @Override
    public void close() {
        to.close();
        process.destroy();
    }
}
