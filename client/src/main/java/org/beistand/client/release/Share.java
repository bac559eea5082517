package org.beistand.client.release;

import java.util.List;
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

    /** Whether there is nothing to be seen of it, because its monitor is not there now. */
    public boolean isGone() {
        return scope instanceof Monitor one && one.area().isEmpty();
    }

    /** Which windows. */
    public sealed interface Scope permits Everything, Monitor, Programs {}

    /** All there are. */
    public record Everything() implements Scope {}

    /**
     * What is on one monitor, wherever that is moved.
     *
     * @param id the platform's own number of the monitor
     * @param name as the platform tells it; another name under the same number is another monitor
     * @param area of the monitor on the screen now; empty while it is not there, and then nothing is seen
     */
    public record Monitor(int id, String name, Area area) implements Scope {
        private static final Area NOWHERE = new Area(0, 0, 0, 0);

        public Monitor(org.beistand.client.desktop.Monitor one) {
            this(one.id(), one.name(), one.area());
        }

        public boolean is(org.beistand.client.desktop.Monitor one) {
            return id == one.id() && name.equals(one.name());
        }

        /** The same where it stands now. @param all the monitors that there are */
        Monitor among(List<org.beistand.client.desktop.Monitor> all) {
            return all.stream().filter(this::is).findFirst().map(Monitor::new).orElse(new Monitor(id, name, NOWHERE));
        }
    }

    /** Only these programs, with all windows that they have and will have. */
    public record Programs(Set<Long> processes) implements Scope {
        public Programs {
            processes = Set.copyOf(processes);
        }
    }
}
