package org.beistand.client.release;

import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;

/**
 * Where the windows of this program are. They can never be operated from afar: neither clicked nor typed into, and while one of
 * them asks the owner a question nothing from afar acts at all.
 */
public final class OwnWindows {
    /** What the program knows of its own windows, whatever the window system says. */
    public interface Announced {
        /** In physical pixels, of all that show, pop-ups included. */
        List<Area> areas();

        /** Whether one of them has the keyboard. */
        boolean focused();

        /** Whether the owner is being asked something. */
        boolean asking();
    }

    private final Announced announced;
    private final Optional<Windows> windows;
    private final long ownProcess;

    /** @param windows the window system's view, empty if it cannot be asked */
    public OwnWindows(Announced announced, Optional<Windows> windows, long ownProcess) {
        this.announced = announced;
        this.windows = windows;
        this.ownProcess = ownProcess;
    }

    /**
     * Whether a click there would land in a window of our own. What the window system does not know, such as a menu without a
     * process, is ours if we say that we are there; a window of our own that lies beneath another one is not in the way, unless
     * clicks pass through that one.
     */
    public boolean at(int x, int y) {
        if (announced.asking()) {
            return true;
        }
        boolean weAreThere = announced.areas().stream().anyMatch(area -> area.contains(x, y));
        List<DesktopWindow> stacked = windows.map(Windows::stacked).orElse(List.of());
        for (int i = stacked.size() - 1; i >= 0; i--) {
            DesktopWindow window = stacked.get(i);
            if (!window.untouchable() && window.area().contains(x, y)) {
                return window.process() == ownProcess || window.process() < 0 && weAreThere;
            }
        }
        return weAreThere;
    }

    /** Whether a key would go to a window of our own. */
    public boolean haveKeyboard() {
        return announced.asking()
                || announced.focused()
                || windows.flatMap(Windows::focused)
                        .map(window -> window.process() == ownProcess)
                        .orElse(false);
    }
}
