package org.beistand.client.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.client.desktop.Windows.Stacking;
import org.beistand.client.desktop.Windows.Touch;
import org.beistand.client.desktop.Windows.Use;

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
     * something that lay upon it went and came back, or it was carried along with a window that has not painted itself yet.
     *
     * @param reach where something hidden may be
     * @param resting where it was seen lately
     */
    Region remainsSince(long moment, HiddenPlaces now, Region reach, Region resting, Area screen) {
        Region left = Region.NOTHING;
        Map<Long, List<Touch>> released = new LinkedHashMap<>();
        for (Touch touch : touches(Optional.of(moment)).orElse(List.of())) {
            Optional<DesktopWindow> window = touch.window();
            if (window.isEmpty() || !now.isReleased(window.get())) {
                left = left.with(touch.area().intersect(screen));
            } else {
                released.computeIfAbsent(window.get().id(), id -> new ArrayList<>())
                        .add(touch);
            }
        }
        Region hidden = reach.with(left);
        Region carried = Region.NOTHING;
        for (List<Touch> path : released.values()) {
            carried = carried.with(carriedAlong(path, hidden, resting, screen));
        }
        return left.with(carried);
    }

    /** A window takes along what it shows, and what it comes to lie upon stays to be seen in it until it has painted itself. */
    private static Region carriedAlong(List<Touch> path, Region hidden, Region resting, Area screen) {
        long came = path.stream().filter(Touch::appeared).count();
        Area at = path.getFirst().area();
        Region carried = came > 1 || came > 0 && path.size() > 1
                ? hidden.with(resting).within(at.intersect(screen))
                : resting.within(at.intersect(screen));
        for (Touch touch : path.subList(1, path.size())) {
            Area to = touch.area();
            Region stays = carried.within(to.intersect(screen));
            Region moves = carried.movedBy(to.x() - at.x(), to.y() - at.y()).within(to.intersect(screen));
            Region comesUpon = Region.of(to.intersect(screen)).without(at).within(hidden);
            boolean resized = to.width() != at.width() || to.height() != at.height();
            carried = (resized ? moves.with(stays) : moves).with(comesUpon);
            at = to;
        }
        return carried;
    }

    /** Programs with a window that is not ours, nor a part of the desktop; the topmost first. */
    public List<Shareable.Program> programs() {
        Map<Long, List<DesktopWindow>> byProcess = new LinkedHashMap<>();
        for (DesktopWindow window :
                windows.map(Windows::stacked).orElse(List.of()).reversed()) {
            boolean ordinary = window.use() == Use.PROGRAM && !window.menu() && window.process() >= 0;
            if (ordinary && window.process() != ownProcess) {
                byProcess
                        .computeIfAbsent(window.process(), process -> new ArrayList<>())
                        .add(window);
            }
        }
        return byProcess.entrySet().stream()
                .map(entry -> new Shareable.Program(
                        entry.getKey(),
                        entry.getValue().getFirst().program(),
                        entry.getValue().stream()
                                .map(DesktopWindow::title)
                                .filter(title -> !title.isBlank())
                                .toList()))
                .toList();
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
