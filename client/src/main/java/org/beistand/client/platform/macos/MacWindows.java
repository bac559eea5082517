package org.beistand.client.platform.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.platform.macos.WindowListing.Seen;
import org.beistand.client.platform.pixels.RoundedCorners;

/**
 * The windows of a Mac in their real order. Layers tell what they are for. What the system lays over a whole display, as it does
 * with its Dock, lets clicks through where it shows nothing: it is in nobody's way, and counts as covering all of it if it is to be
 * hidden.
 */
public final class MacWindows implements Windows {
    // CGWindowLevel.h
    private static final int HIGHEST_OF_THE_DESKTOP = Integer.MIN_VALUE + 1000;
    private static final int NORMAL = 0;
    private static final int DOCK = 20;
    private static final int MENU_BAR = 24;
    private static final int STATUS = 25;
    private static final int POP_UP_MENU = 101;
    private static final int HELP = 200;

    /** Points of a corner that may be rounded. */
    private static final int CORNER = 28;

    private final WindowListing listing;
    private List<DesktopWindow> last = List.of();
    private long moment;
    private boolean closed;

    MacWindows(WindowListing listing) {
        this.listing = listing;
    }

    @Override
    public synchronized List<DesktopWindow> stacked() {
        return closed ? List.of() : list();
    }

    @Override
    public synchronized Optional<Stacking> stacking() {
        if (closed) {
            return Optional.empty();
        }
        List<DesktopWindow> now = list();
        if (!now.equals(last)) {
            last = now;
            moment++;
        }
        return Optional.of(new Stacking(moment, now));
    }

    /** The picture follows the windows with the next frame. */
    @Override
    public boolean areComposed() {
        return true;
    }

    private List<DesktopWindow> list() {
        DisplayMap displays = listing.displays();
        List<DesktopWindow> windows = new ArrayList<>();
        for (Seen seen : listing.seen().reversed()) {
            displays.area(seen.part())
                    .filter(area -> seen.opacity() > 0)
                    .ifPresent(area -> windows.add(window(seen, area, displays)));
        }
        return List.copyOf(windows);
    }

    @Override
    public synchronized Optional<DesktopWindow> focused() {
        long process = closed ? 0 : listing.focusedProcess();
        if (process == 0) {
            return Optional.empty();
        }
        DisplayMap displays = listing.displays();
        return listing.seen().stream()
                .filter(seen -> seen.process() == process && seen.layer() == NORMAL)
                .findFirst()
                .flatMap(seen -> displays.area(seen.part()).map(area -> window(seen, area, displays)));
    }

    private static DesktopWindow window(Seen seen, Area area, DisplayMap displays) {
        boolean overlay = seen.layer() > NORMAL
                && displays.placed().stream()
                        .anyMatch(one -> one.area().intersect(area).equals(one.area()));
        double densest = displays.placed().stream()
                .mapToDouble(one -> one.display().scale())
                .max()
                .orElse(1);
        boolean covers = !overlay && seen.opacity() >= 1;
        return new DesktopWindow(
                seen.number(),
                seen.title(),
                seen.program(),
                seen.process() > 0 ? seen.process() : -1,
                area,
                area,
                covers ? RoundedCorners.without(area, (int) Math.ceil(CORNER * densest)) : List.of(),
                use(seen.layer()),
                0,
                seen.layer() == POP_UP_MENU || seen.layer() == HELP,
                overlay);
    }

    private static Use use(int layer) {
        if (layer <= HIGHEST_OF_THE_DESKTOP) {
            return Use.BACKGROUND;
        }
        return layer == DOCK || layer == MENU_BAR || layer == STATUS ? Use.TASKBAR : Use.PROGRAM;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
