package org.beistand.client.release;

import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.protocol.value.ShareKind;

/**
 * What the owner of this screen lets others see and operate.
 *
 * @param background whether the picture behind all windows is part of it
 * @param taskbar whether the bars at the edges are part of it
 */
public record Share(Scope scope, boolean background, boolean taskbar) { // 001-57 001-59 001-60
    /** Nothing is hidden but our own windows. */
    public static final Share EVERYTHING = new Share(new Everything(), true, true);

    public ShareKind kind() {
        return switch (scope) {
            case Everything all -> ShareKind.EVERYTHING;
            case Monitor one -> ShareKind.MONITOR;
            case Programs programs -> ShareKind.PROGRAMS;
        };
    }

    /** Which windows. */
    public sealed interface Scope permits Everything, Monitor, Programs {}

    /** All there are. */
    public record Everything() implements Scope {}

    /** What is on one monitor. @param area of the monitor on the screen */
    public record Monitor(Area area) implements Scope {}

    /** Only these programs, with all windows that they have and will have. */
    public record Programs(Set<Long> processes) implements Scope {
        public Programs {
            processes = Set.copyOf(processes);
        }
    }
}
