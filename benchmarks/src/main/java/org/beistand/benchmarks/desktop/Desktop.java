package org.beistand.benchmarks.desktop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.stories.Patience;
import org.beistand.stories.StoryFailed;
import org.beistand.stories.Troupe;

/** A virtual display with a window manager. @param server the process of the X server */
record Desktop(String display, ProcessHandle server) {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d+)$");

    static Desktop start(Troupe troupe, Patience patience, String name, int width, int height) throws StoryFailed {
        return start(
                troupe,
                patience,
                name,
                List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-noreset"));
    }

    /** @param command that prints the number of its display */
    static Desktop start(Troupe troupe, Patience patience, String name, List<String> command) throws StoryFailed {
        Process server = troupe.start(name, Map.of(), new ArrayList<>(command));
        String number = patience.until(name + " shows a display", START, () -> {
            Matcher found = NUMBER.matcher(troupe.said(name));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        });
        Desktop desktop = new Desktop(":" + number, server.toHandle());
        troupe.start(
                name + "-windows",
                desktop.environment(),
                List.of("openbox", "--sm-disable", "--startup", "echo the desktop is ready"));
        patience.until(
                name + " has a window manager",
                START,
                () -> Optional.of(troupe.said(name + "-windows"))
                        .filter(said -> said.contains("the desktop is ready")));
        return desktop;
    }

    Map<String, String> environment() {
        return Map.of("DISPLAY", display);
    }
}
