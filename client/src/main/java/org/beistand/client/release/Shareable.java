package org.beistand.client.release;

import java.util.List;
import org.beistand.client.desktop.Monitor;

/**
 * What the owner of this screen can choose from now.
 *
 * @param programs that have a window, the one used last first
 * @param monitors the primary one first; none if the screen cannot be read
 */
public record Shareable(List<Program> programs, List<Monitor> monitors) {
    public static final Shareable NOTHING = new Shareable(List.of(), List.of());

    public Shareable {
        programs = List.copyOf(programs);
        monitors = List.copyOf(monitors);
    }

    /**
     * A program that runs.
     *
     * @param name empty if it has none
     * @param titles of its windows, the topmost first
     */
    public record Program(long process, String name, List<String> titles) {
        public Program {
            titles = List.copyOf(titles);
        }
    }
}
