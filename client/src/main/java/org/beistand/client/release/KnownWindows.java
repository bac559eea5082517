package org.beistand.client.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Stacking;
import org.beistand.client.desktop.Windows.Touch;

/** What is known of the windows on this screen, and what follows of it for that which is not released. Safe for any thread. */
public final class KnownWindows implements AutoCloseable {
    private final OwnWindows.Announced announced;
    private final Optional<Windows> windows;
    private final long ownProcess;

    /** @param windows the window system's view, empty if it cannot be asked: then what is not released is not known either */
    public KnownWindows(OwnWindows.Announced announced, Optional<Windows> windows, long ownProcess) {
        this.announced = announced;
        this.windows = windows;
        this.ownProcess = ownProcess;
    }

    Optional<Stacking> stacking() {
        return windows.flatMap(Windows::stacking);
    }

    boolean areComposed() {
        return windows.map(Windows::areComposed).orElse(false);
    }

    HiddenPlaces hiddenPlaces(Share share, Area screen, Optional<Stacking> stacking) {
        return new HiddenPlaces(share, screen, ownProcess, announced.areas(), stacking.map(Stacking::windows));
    }

    /** Where any window was touched after that look; everywhere if nobody can tell. */
    Region touchedSince(Optional<Stacking> look, Area screen) {
        return touches(look.map(Stacking::moment))
                .map(touches -> Region.of(touches.stream()
                        .map(touch -> touch.area().intersect(screen))
                        .toList()))
                .orElse(Region.of(screen));
    }

    /**
     * Where something hidden may have left its picture behind since that moment, though it is in no list: it came and went, or
     * something that lay upon it went and came back.
     */
    Region remainsSince(long moment, HiddenPlaces now, Region reach, Area screen) {
        Region remains = Region.NOTHING;
        Set<Long> wentOrCame = new HashSet<>();
        for (Touch touch : touches(Optional.of(moment)).orElse(List.of())) {
            Region area = Region.of(touch.area().intersect(screen));
            Optional<DesktopWindow> window = touch.window();
            if (window.isEmpty() || !now.isReleased(window.get())) {
                remains = remains.with(area);
            } else if (touch.appeared() && !wentOrCame.add(window.get().id())) {
                remains = remains.with(area.within(reach));
            }
        }
        return remains;
    }

    private Optional<List<Touch>> touches(Optional<Long> moment) {
        return windows.flatMap(known -> moment.flatMap(known::touchedSince));
    }

    /** Whether what is done there would meet something that is not shared. */
    boolean isOutOfReach(Share share, int x, int y) {
        if (share.equals(Share.EVERYTHING)) {
            return false;
        }
        // Monitors apart, no place is beyond this screen.
        Area everywhere = new Area(0, 0, 1 << 16, 1 << 16);
        return hiddenPlaces(share, everywhere, stacking()).isOutOfReach(x, y);
    }

    /** Whether a key would go to something that is not shared. */
    boolean keysAreOutOfReach(Share share) {
        if (share.equals(Share.EVERYTHING)) {
            return false;
        }
        Area everywhere = new Area(0, 0, 1 << 16, 1 << 16);
        return hiddenPlaces(share, everywhere, stacking()).isOutOfReach(windows.flatMap(Windows::focused));
    }

    @Override
    public void close() {
        windows.ifPresent(Windows::close);
    }
}
