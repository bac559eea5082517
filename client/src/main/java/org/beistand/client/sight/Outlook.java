package org.beistand.client.sight;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.Windows;
import org.beistand.client.desktop.Windows.DesktopWindow;
import org.beistand.protocol.value.ParticipantId;

/**
 * What this screen has shown lately, and how much of it each viewer has seen. The thread that captures tells it, the one that
 * acts asks. Safe for any thread.
 */
public final class Outlook {
    private static final int STACKS = 128;
    private static final int UNDER_WAY = 64;

    private final InstantSource clock;
    private final Restlessness restlessness;
    private final Deque<Stack> stacks = new ArrayDeque<>();
    private final Map<ParticipantId, Viewer> viewers = new HashMap<>();
    private volatile Optional<Windows> windows = Optional.empty();
    private long lastLook;

    private record Stack(long millis, List<DesktopWindow> windows) {}

    private record Sent(int frame, long looked) {}

    private static final class Viewer {
        private final Deque<Sent> underWay = new ArrayDeque<>();
        private OptionalLong seen = OptionalLong.empty();
    }

    /** @param hidden the colour in pictures where something may not be seen */
    public Outlook(InstantSource clock, int hidden) {
        this.clock = clock;
        this.restlessness = new Restlessness(hidden);
    }

    /** From now on it follows which window lies where. */
    public void follow(Optional<Windows> stacked) {
        windows = stacked;
    }

    // Told by the thread that captures.

    /** Before the screen is grabbed: a window that comes afterwards is counted as not yet seen. */
    public void looking() {
        windows.ifPresent(known -> note(known.stacked()));
    }

    /** @param damage where the picture may have changed since the last time */
    public void looked(Picture picture, List<Area> damage) {
        long now = clock.millis();
        restlessness.looked(picture, damage, now);
        synchronized (this) {
            lastLook = now;
        }
    }

    /** A picture of what was looked at last leaves for this viewer; its numbers begin anew with each stream. */
    public synchronized void sent(ParticipantId viewer, int frame) {
        Viewer one = viewers.computeIfAbsent(viewer, id -> new Viewer());
        if (!one.underWay.isEmpty() && one.underWay.getLast().frame() >= frame || one.underWay.size() >= UNDER_WAY) {
            one.underWay.clear();
        }
        one.underWay.addLast(new Sent(frame, lastLook));
    }

    /** He has shown this picture and all before it. What he says afterwards, he says having seen it. */
    public synchronized void shown(ParticipantId viewer, int frame) {
        Viewer one = viewers.get(viewer);
        while (one != null && !one.underWay.isEmpty() && one.underWay.getFirst().frame() <= frame) {
            one.seen = OptionalLong.of(one.underWay.removeFirst().looked());
        }
    }

    /** He lacks nothing of what was looked at last, but for what is still under way. */
    public synchronized void complete(ParticipantId viewer) {
        Viewer one = viewers.get(viewer);
        if (one != null && one.underWay.isEmpty()) {
            one.seen = OptionalLong.of(lastLook);
        }
    }

    public synchronized void forget(ParticipantId viewer) {
        viewers.remove(viewer);
    }

    // Asked by the thread that acts.

    /** Whether the same window lies on top there as in the picture that this viewer saw last. */
    boolean isSameWindow(ParticipantId viewer, int x, int y) {
        if (windows.isEmpty()) {
            return true;
        }
        List<DesktopWindow> now = windows.get().stacked();
        note(now);
        return topmost(now, x, y).equals(topmost(then(viewer), x, y));
    }

    /** The window that lies on top there now. */
    Optional<Long> window(int x, int y) {
        return windows.flatMap(known -> topmost(known.stacked(), x, y));
    }

    boolean isRestless(Area place) {
        return restlessness.isRestless(place, clock.millis());
    }

    boolean isBusy(Area place) {
        return restlessness.isBusy(place, clock.millis());
    }

    /** Whether something there is not to be seen in pictures. */
    boolean isHidden(Area place) {
        return restlessness.isHidden(place);
    }

    long lastChange(Area place) {
        return restlessness.lastChange(place);
    }

    /** Whether this viewer has seen a picture of that time or a later one. */
    synchronized boolean hasSeen(ParticipantId viewer, long millis) {
        Viewer one = viewers.get(viewer);
        return one != null && one.seen.isPresent() && one.seen.getAsLong() >= millis;
    }

    private synchronized List<DesktopWindow> then(ParticipantId viewer) {
        Viewer one = viewers.get(viewer);
        long seen = one == null ? Long.MIN_VALUE : one.seen.orElse(Long.MIN_VALUE);
        List<DesktopWindow> found = List.of();
        for (Stack stack : stacks) {
            if (stack.millis() <= seen || found.isEmpty()) {
                found = stack.windows();
            }
        }
        return found;
    }

    private synchronized void note(List<DesktopWindow> now) {
        if (stacks.isEmpty() || !stacks.getLast().windows().equals(now)) {
            stacks.addLast(new Stack(clock.millis(), now));
            if (stacks.size() > STACKS) {
                stacks.removeFirst();
            }
        }
    }

    private static Optional<Long> topmost(List<DesktopWindow> stacked, int x, int y) {
        return stacked.reversed().stream()
                .filter(window -> window.area().contains(x, y))
                .findFirst()
                .map(DesktopWindow::id);
    }
}
