package org.beistand.client.platform.x11;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * An X server of a test's own, on a display number that was free, with the programs that the test starts on it. Nothing of it
 * is left running after {@link #close}. A program that is not installed fails the test and says so.
 */
public final class VirtualDisplay implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process server;
    private final String name;
    private final List<Process> programs = new ArrayList<>();

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts a server with one screen of 24 bits a pixel, and waits until it can be used. */
    public static VirtualDisplay start(int width, int height) {
        return start(width, height, 24);
    }

    /** @param depth bits of a pixel */
    public static VirtualDisplay start(int width, int height, int depth, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                width + "x" + height + "x" + depth,
                "-nolisten",
                "tcp",
                "-noreset"));
        command.addAll(Arrays.asList(more));
        try {
            Process server = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String number = new BufferedReader(
                            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (number == null) {
                server.destroyForcibly();
                throw new AssertionError("Xvfb did not start: " + command);
            }
            return new VirtualDisplay(server, ":" + number.strip());
        } catch (IOException e) {
            throw missing("Xvfb", e);
        }
    }

    private static AssertionError missing(String program, IOException e) {
        return new AssertionError(
                "this test needs the program " + program + ", which cannot be started here (is it installed?)", e);
    }

    /** As in {@code DISPLAY}. */
    public String name() {
        return name;
    }

    /** Starts openbox, and waits until it looks after the windows. */
    public VirtualDisplay withWindowManager() {
        Process openbox = listen("openbox", "--sm-disable", "--startup", "echo ready");
        try {
            var words = new BufferedReader(new InputStreamReader(openbox.getInputStream(), StandardCharsets.UTF_8));
            for (String line = words.readLine(); !"ready".equals(line); line = words.readLine()) {
                if (line == null) {
                    throw new AssertionError("openbox did not start");
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server as a very busy machine would, with whatever stands before it. */
    public void freeze() {
        run("kill", "-STOP", Long.toString(server.pid()));
    }

    public void thaw() {
        run("kill", "-CONT", Long.toString(server.pid()));
    }

    /** Gives the screen another size, no larger than it began with. */
    public void resize(int width, int height) {
        String mode = width + "x" + height;
        String w = Integer.toString(width);
        String h = Integer.toString(height);
        run("xrandr", "--newmode", mode, "10", w, w, w, w, h, h, h, h);
        run("xrandr", "--addmode", "screen", mode);
        run("xrandr", "--output", "screen", "--mode", mode);
    }

    /**
     * Makes this part of the screen a monitor.
     *
     * @param name with a star in front for the primary one
     * @param output {@code screen} for the first monitor, {@code none} for further ones
     */
    public void setMonitor(String name, int width, int height, int x, int y, String output) {
        run("xrandr", "--setmonitor", name, place(width, height, x, y), output);
    }

    /** Puts a monitor that there is elsewhere. */
    public void moveMonitor(String name, int width, int height, int x, int y, String output) {
        run("xrandr", "--delmonitor", name, "--setmonitor", name, place(width, height, x, y), output);
    }

    private static String place(int width, int height, int x, int y) {
        return width + "/100x" + height + "/100+" + x + "+" + y;
    }

    /** Starts a program on this display; it is ended with the display. */
    public Process start(String... command) {
        Process program = launch(ProcessBuilder.Redirect.DISCARD, command);
        programs.add(program);
        return program;
    }

    /** Starts a program whose words the test reads; it is ended with the display. */
    public Process listen(String... command) {
        Process program = launch(ProcessBuilder.Redirect.PIPE, command);
        programs.add(program);
        return program;
    }

    /** Runs a program on this display to its end. @return what it wrote, in UTF-8 */
    public String run(String... command) {
        return new String(runForBytes(command), StandardCharsets.UTF_8);
    }

    /** @return what the program wrote */
    public byte[] runForBytes(String... command) {
        Process program = launch(ProcessBuilder.Redirect.PIPE, command);
        try {
            byte[] written = program.getInputStream().readAllBytes();
            finish(program, command);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            program.destroyForcibly();
        }
    }

    /** Waits until a program has ended well. */
    public void finish(Process program, String... command) {
        try {
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(String.join(" ", command) + " does not come to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
        if (program.exitValue() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed with " + program.exitValue());
        }
    }

    /** Asks again and again: a window manager answers a wish when it likes. */
    public static void eventually(String what, BooleanSupplier question) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never happened: " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** Waits for a visible window with this in its title. @return its number */
    public long awaitWindow(String title) {
        String[] found = run("xdotool", "search", "--sync", "--onlyvisible", "--name", title)
                .strip()
                .split("\\s+");
        return Long.parseLong(found[found.length - 1]);
    }

    private Process launch(ProcessBuilder.Redirect output, String... command) {
        var builder = new ProcessBuilder(command).redirectOutput(output).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException e) {
            throw missing(command[0], e);
        }
    }

    @Override
    public void close() {
        for (Process program : programs) {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
