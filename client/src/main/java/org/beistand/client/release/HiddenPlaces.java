package org.beistand.client.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Use;

/**
 * Which windows are not released, and where on the screen that leaves nothing to see. One look at the windows; what the window
 * system does not know is hidden.
 */
final class HiddenPlaces {
    /** A screen in more pieces than that is hidden whole. */
    private static final int MOST_PIECES = 4096;

    private static final int DEEPEST_OWNER = 8;

    /** A border around more windows than that would confuse. */
    private static final int MOST_MARKED = 8;

    private final Share share;
    private final Area screen;
    private final long ownProcess;
    private final Region ours;
    private final Optional<List<DesktopWindow>> windows;
    private final Map<Long, DesktopWindow> byId = new HashMap<>();
    private final Set<Long> barProcesses = new HashSet<>();

    /**
     * @param announced where this program says that its own windows are, for want of anybody who knows better
     * @param windows the lowest first; empty if they cannot be read
     */
    HiddenPlaces(
            Share share, Area screen, long ownProcess, List<Area> announced, Optional<List<DesktopWindow>> windows) {
        this.share = share;
        this.screen = screen;
        this.ownProcess = ownProcess;
        this.ours = Region.of(announced).within(screen);
        this.windows = windows;
        windows.orElse(List.of()).forEach(window -> {
            byId.put(window.id(), window);
            if (window.use() == Use.TASKBAR) {
                barProcesses.add(window.process());
            }
        });
    }

    /** Whether it may be seen and operated. */
    boolean isReleased(DesktopWindow window) {
        if (window.process() == ownProcess) {
            return false;
        }
        return switch (window.use()) {
            case BACKGROUND -> share.background();
            case TASKBAR -> share.taskbar();
            case PROGRAM -> isReleasedProgram(window);
        };
    }

    private boolean isReleasedProgram(DesktopWindow window) {
        return switch (share.scope()) {
            // The menus of a hidden bar are hidden with it.
            case Share.Everything all -> share.taskbar() || !window.menu() || !barProcesses.contains(window.process());
            case Share.Monitor one -> share.taskbar() || !window.menu() || !barProcesses.contains(window.process());
            case Share.Programs programs -> belongsTo(programs.processes(), window, DEEPEST_OWNER);
        };
    }

    /** A dialog belongs to the window that it was opened for. */
    private boolean belongsTo(Set<Long> processes, DesktopWindow window, int deeper) {
        if (processes.contains(window.process())) {
            return true;
        }
        DesktopWindow owner = window.owner() == 0 ? null : byId.get(window.owner());
        return owner != null
                && deeper > 0
                && owner.process() != ownProcess
                && owner.use() == Use.PROGRAM
                && belongsTo(processes, owner, deeper - 1);
    }

    /** All pixels that nobody may see now. */
    Region hidden() {
        if (windows.isEmpty()) {
            return blind();
        }
        List<DesktopWindow> stack = windows.get();
        Region hidden = beyondTheMonitor();
        Region covered = Region.NOTHING;
        Region listed = Region.NOTHING;
        for (int i = stack.size() - 1; i >= 0; i--) {
            DesktopWindow window = stack.get(i);
            Region reach = Region.of(window.reach().intersect(screen)).without(covered);
            listed = listed.with(reach);
            if (!isReleased(window)) {
                hidden = hidden.with(reach);
            } else {
                if (window.process() < 0) {
                    // It may be ours, such as a menu, if we say that we are there.
                    hidden = hidden.with(ours.within(reach));
                }
                covered = covered.with(Region.of(window.opaque()).within(screen));
            }
            if (hidden.pieces() > MOST_PIECES || covered.pieces() > MOST_PIECES || listed.pieces() > MOST_PIECES) {
                return Region.of(screen);
            }
        }
        if (!share.background()) {
            hidden = hidden.with(Region.of(screen).without(covered));
        }
        return hidden.with(ours.without(listed).without(covered));
    }

    /** Where something hidden may be, whether or not something else lies upon it. */
    Region reach() {
        if (windows.isEmpty()) {
            return blind();
        }
        if (!share.background()) {
            return Region.of(screen);
        }
        Region reach = beyondTheMonitor().with(ours);
        for (DesktopWindow window : windows.get()) {
            if (!isReleased(window)) {
                reach = reach.with(window.reach().intersect(screen));
                if (reach.pieces() > MOST_PIECES) {
                    return Region.of(screen);
                }
            }
        }
        return reach;
    }

    /**
     * Whether something that is done there meets something that is not released.
     *
     * @return false too where it meets a window of our own, which is for others to say
     */
    boolean isOutOfReach(int x, int y) {
        if (share.equals(Share.EVERYTHING)) {
            return false;
        }
        if (windows.isEmpty() || beyondTheMonitor().contains(x, y)) {
            return true;
        }
        List<DesktopWindow> stack = windows.get();
        for (int i = stack.size() - 1; i >= 0; i--) {
            DesktopWindow window = stack.get(i);
            if (window.untouchable()) {
                continue;
            }
            if (!isReleased(window)) {
                if (window.reach().contains(x, y)) {
                    return true;
                }
            } else if (window.opaque().stream().anyMatch(area -> area.contains(x, y))) {
                return false;
            }
        }
        return !share.background();
    }

    /** Whether a key would go to something that is not released. @param focused the window that has the keyboard */
    boolean isOutOfReach(Optional<DesktopWindow> focused) {
        if (share.equals(Share.EVERYTHING)) {
            return false;
        }
        return focused.map(window -> !isReleased(window)
                        || Region.of(window.area()).without(beyondTheMonitor()).isEmpty())
                // Nobody knows where it would go.
                .orElse(true);
    }

    /** What a border is drawn around, the topmost first. */
    List<Area> marked() {
        return switch (share.scope()) {
            case Share.Everything all -> List.of(screen);
            case Share.Monitor one -> List.of(one.area());
            case Share.Programs programs ->
                windows.orElse(List.of()).reversed().stream()
                        .filter(window -> !window.menu() && window.use() == Use.PROGRAM && isReleased(window))
                        .map(DesktopWindow::area)
                        .limit(MOST_MARKED)
                        .toList();
        };
    }

    /** Nobody can say where the windows are. */
    private Region blind() {
        boolean all = share.scope() instanceof Share.Programs || !share.background() || !share.taskbar();
        return all ? Region.of(screen) : beyondTheMonitor().with(ours);
    }

    private Region beyondTheMonitor() {
        return switch (share.scope()) {
            case Share.Everything all -> Region.NOTHING;
            case Share.Monitor one -> Region.of(screen).without(one.area());
            case Share.Programs programs -> Region.NOTHING;
        };
    }
}
