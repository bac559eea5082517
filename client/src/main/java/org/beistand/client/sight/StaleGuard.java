package org.beistand.client.sight;

import java.time.InstantSource;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Glance;
import org.beistand.client.desktop.Picture;
import org.beistand.protocol.session.control.AllReleased;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.control.KeyChanged;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/**
 * Stops buttons and wheel where the screen no longer shows what the person saw who used them. Nobody can switch it off from
 * afar, and it lets nothing happen that was not allowed already: it only refuses. Used by the thread that acts.
 */
public final class StaleGuard implements AutoCloseable {
    private final Glance glance;
    private final Outlook outlook;
    private final InstantSource clock;
    private final Stopped stopped;
    private final Map<ParticipantId, Strokes> people = new ConcurrentHashMap<>();

    /** Told of each input that was stopped. */
    @FunctionalInterface
    public interface Stopped {
        void at(ParticipantId who, int x, int y);
    }

    public StaleGuard(Glance glance, Outlook outlook, InstantSource clock, Stopped stopped) {
        this.glance = glance;
        this.outlook = outlook;
        this.clock = clock;
        this.stopped = stopped;
    }

    /** Why this must not be done now; asked as the last thing before it is. */
    public Optional<Reason> objection(ParticipantId who, ControlMessage input) {
        return switch (input) {
            case ButtonChanged button
            when button.down() ->
                judged(
                        who,
                        button.x(),
                        button.y(),
                        button.seen(),
                        strokes -> strokes.isNextPress(
                                button.button(),
                                button.x(),
                                button.y(),
                                outlook.window(button.x(), button.y()),
                                clock.millis()));
            case WheelTurned wheel ->
                judged(
                        who,
                        wheel.x(),
                        wheel.y(),
                        wheel.seen(),
                        strokes -> strokes.isNextTurn(
                                wheel.x(), wheel.y(), outlook.window(wheel.x(), wheel.y()), clock.millis()));
            case ButtonChanged up -> Optional.empty();
            case PointerMoved moved -> Optional.empty();
            case KeyChanged key -> Optional.empty();
            case AllReleased all -> Optional.empty();
        };
    }

    /** It was done. */
    public void acted(ParticipantId who, ControlMessage input) {
        Strokes strokes = of(who);
        long now = clock.millis();
        switch (input) {
            case PointerMoved moved -> strokes.touched(moved.x(), moved.y(), now);
            case ButtonChanged button -> {
                if (button.down()) {
                    Optional<Long> window = outlook.window(button.x(), button.y());
                    strokes.pressed(button.button(), button.x(), button.y(), window, now);
                } else {
                    strokes.released(button.button(), button.x(), button.y(), now);
                }
            }
            case WheelTurned wheel -> strokes.turned(wheel.x(), wheel.y(), outlook.window(wheel.x(), wheel.y()), now);
            case AllReleased all -> strokes.allReleased();
            case KeyChanged key -> {}
        }
    }

    /** Nothing is held any more, and nothing of what was done before excuses anything. Safe for any thread. */
    public void letGo() {
        people.clear();
    }

    @Override
    public void close() {
        glance.close();
    }

    private interface Continuing {
        boolean is(Strokes strokes);
    }

    private Optional<Reason> judged(ParticipantId who, int x, int y, Optional<Sighting> seen, Continuing continuing) {
        Strokes strokes = of(who);
        Optional<Reason> reason = seen.isEmpty()
                ? Optional.of(Reason.PLACE_NOT_SEEN)
                : strokes.wasStopped(x, y, clock.millis())
                        ? Optional.of(Reason.PLACE_CHANGED)
                        : strokes.holdsSomething() || continuing.is(strokes)
                                ? Optional.empty()
                                : compared(who, strokes, x, y, seen.get());
        if (reason.isPresent()) {
            strokes.stopped(x, y, clock.millis());
            stopped.at(who, x, y);
        }
        return reason;
    }

    private Optional<Reason> compared(ParticipantId who, Strokes strokes, int x, int y, Sighting seen) {
        Area field = Field.around(x, y);
        Area onScreen = field.intersect(glance.bounds());
        Optional<Picture> now = onScreen.isEmpty() ? Optional.empty() : glance.look(onScreen);
        if (now.isEmpty()) {
            return Optional.of(Reason.PLACE_NOT_SEEN);
        }
        Comparison comparison = new Comparison(seen, Field.look(now.get().pixels(), onScreen, x, y));
        comparison.excuse(hiddenFrom(comparison, x, y));
        return comparison.isSame() || outlook.isSameWindow(who, x, y) && isExcused(who, comparison, strokes, x, y)
                ? Optional.empty()
                : Optional.of(Reason.PLACE_CHANGED);
    }

    /** Where he sees nothing, nothing can be other than he saw. Nobody can click there either. */
    private BitSet hiddenFrom(Comparison comparison, int x, int y) {
        BitSet hidden = new BitSet();
        comparison.changed().stream()
                .filter(cell -> outlook.isHidden(wider(Field.areaOf(cell, x, y))))
                .forEach(hidden::set);
        return hidden;
    }

    private static Area wider(Area area) {
        return new Area(
                area.x() - Field.CELL,
                area.y() - Field.CELL,
                area.width() + 2 * Field.CELL,
                area.height() + 2 * Field.CELL);
    }

    /** Changes in one and the same window that surprise nobody. */
    private boolean isExcused(ParticipantId who, Comparison comparison, Strokes strokes, int x, int y) {
        BitSet restless = new BitSet();
        comparison.changed().stream()
                .filter(cell -> outlook.isRestless(Field.areaOf(cell, x, y)))
                .forEach(restless::set);
        comparison.excuse(restless);
        return comparison.isSame()
                || comparison.isTextCursor()
                || comparison.isInOneLine() && outlook.isBusy(line(comparison, x, y))
                || comparison.isOtherShade() && strokes.explain(Field.around(x, y), lastChange(who, comparison, x, y));
    }

    /** The line of text in which something differs. */
    private static Area line(Comparison comparison, int x, int y) {
        Area field = Field.around(x, y);
        Area first = Field.areaOf(comparison.changed().nextSetBit(0), x, y);
        Area last = Field.areaOf(comparison.changed().length() - 1, x, y);
        return new Area(field.x(), first.y(), field.width(), last.y() + last.height() - first.y());
    }

    /** When that which differs became what it is now. */
    private long lastChange(ParticipantId who, Comparison comparison, int x, int y) {
        long captured = comparison.changed().stream()
                .mapToLong(cell -> outlook.lastChange(Field.areaOf(cell, x, y)))
                .max()
                .orElse(Long.MIN_VALUE);
        // What he saw already is not what differs: that has come since the screen was captured last.
        return outlook.hasSeen(who, captured) ? clock.millis() : captured;
    }

    private Strokes of(ParticipantId who) {
        return people.computeIfAbsent(who, id -> new Strokes());
    }
}
