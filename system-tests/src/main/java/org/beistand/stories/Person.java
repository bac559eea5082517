package org.beistand.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Somebody in front of a desktop: sees the windows of one program, and has one mouse and one keyboard for all that is there. */
public final class Person {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Map<String, String> desktop;
    private final Path eyes;
    private final Patience patience;

    /** @param display of the X server @param eyes the socket of the agent in her program */
    Person(String display, Path eyes, Patience patience) {
        this.desktop = Map.of("DISPLAY", display);
        this.eyes = eyes;
        this.patience = patience;
    }

    /** A control as it is seen. */
    public record Seen(int x, int y, int width, int height, String text) {
        public int middleX() {
            return x + width / 2;
        }

        public int middleY() {
            return y + height / 2;
        }
    }

    Map<String, String> desktop() {
        return desktop;
    }

    public Seen see(String id) throws StoryFailed {
        return patience.until("'" + id + "' can be seen and used; now: " + brief(), SOON, () -> look(id));
    }

    /** So many digits, grouped in whatever way. */
    String readDigits(String id, int count) throws StoryFailed {
        return patience.until(
                "'" + id + "' shows " + count + " digits",
                SOON,
                () -> look(id).map(seen -> seen.text().replaceAll("\\D", ""))
                        .filter(digits -> digits.length() == count));
    }

    void seeText(String words) throws StoryFailed {
        patience.until(
                "'" + words + "' can be read",
                SOON,
                () -> Optional.of(readAll()).filter(all -> all.contains(words)));
    }

    /** Until it stands still, because windows lay themselves out when they open. */
    public Seen seeStill(String id) throws StoryFailed {
        Seen[] before = {see(id)};
        return patience.until("'" + id + "' stands still", SOON, () -> {
            Optional<Seen> now = look(id);
            boolean still = now.isPresent() && now.get().equals(before[0]);
            now.ifPresent(seen -> before[0] = seen);
            return still ? now : Optional.empty();
        });
    }

    boolean sees(String id) {
        return look(id).isPresent();
    }

    public void click(String id) throws StoryFailed {
        Seen seen = seeStill(id);
        clickAt(seen.middleX(), seen.middleY());
    }

    public void clickAt(int x, int y) throws StoryFailed {
        Commands.run(desktop, "xdotool", "mousemove", "--sync", "" + x, "" + y);
        Commands.run(desktop, "xdotool", "click", "1");
    }

    void move(int x, int y) throws StoryFailed {
        Commands.run(desktop, "xdotool", "mousemove", "" + x, "" + y);
    }

    void type(String text) throws StoryFailed {
        Commands.run(desktop, "xdotool", "type", "--delay", "30", "--", text);
    }

    void press(String key) throws StoryFailed {
        Commands.run(desktop, "xdotool", "key", key);
    }

    /** The title of the window that keys go to. */
    Optional<String> activeWindow() {
        try {
            return Optional.of(Commands.run(desktop, "xdotool", "getactivewindow", "getwindowname")
                    .strip());
        } catch (StoryFailed nothingActive) {
            return Optional.empty();
        }
    }

    String readAll() {
        return ask("*").orElse("");
    }

    public Optional<Seen> look(String id) {
        return ask(id).filter(answer -> !answer.isEmpty()).map(answer -> {
            int tab = answer.indexOf('\t');
            String[] numbers = answer.substring(0, tab).split(" ");
            return new Seen(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    Integer.parseInt(numbers[2]),
                    Integer.parseInt(numbers[3]),
                    answer.substring(tab + 1));
        });
    }

    /** A picture of the whole desktop, taken by another program. */
    void photograph(Path file) throws StoryFailed {
        Commands.run(desktop, "import", "-silent", "-window", "root", file.toString());
    }

    private String brief() {
        String all = readAll();
        return all.length() > 300 ? all.substring(0, 300) + "..." : all;
    }

    private Optional<String> ask(String question) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(eyes));
                PrintWriter out = new PrintWriter(Channels.newOutputStream(channel), true, StandardCharsets.UTF_8);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            out.println(question);
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            // The program is not there yet, or no more.
            return Optional.empty();
        }
    }
}
