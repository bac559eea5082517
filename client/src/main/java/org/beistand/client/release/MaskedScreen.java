package org.beistand.client.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.ScreenSource.Grabbed;
import org.beistand.client.desktop.ScreenSource.Pointer;
import org.beistand.client.desktop.ScreenSource.Shape;
import org.beistand.client.desktop.Windows.Stacking;
import org.beistand.client.release.Sharing.Choice;
import org.beistand.protocol.value.Reason;

/**
 * The screen as others may see it. The raw picture never leaves this class: each look lists the windows, grabs the screen and
 * lists the windows again, and copies only what was released in both lists. Where windows were touched in between, the picture
 * stays as it was; where something hidden was seen a moment ago, it stays hidden until the windows there have rested, because
 * those beneath may not have been painted yet. Used by one thread at a time.
 */
public final class MaskedScreen implements AutoCloseable { // 001-57 001-59 001-60
    /** What stands where nothing may be seen: a calm grey. */
    public static final int HIDDEN = 0xFF8C949C;

    /** So long nobody looks where a hidden window was. */
    static final Duration REST = Duration.ofMillis(250);

    /** So long the programs beneath have for painting what it covered, if nobody sees them do it. */
    static final Duration PAINTING = Duration.ofSeconds(2);

    /** Where the screen is put together from the windows, closing windows may still fade away. */
    static final Duration COMPOSED_REST = Duration.ofMillis(700);

    /** A screen in more pieces than that is hidden whole. */
    private static final int MOST_PIECES = 4096;

    private final Sharing sharing;
    private final KnownWindows known;
    private final ScreenSource source;
    private final InstantSource clock;
    private final Remains remains = new Remains();
    private Picture raw;
    private Picture shown;
    /** What is painted over in {@link #shown}. */
    private Region masked;
    /** What the lists of the last look hid. */
    private Region listed = Region.NOTHING;
    /** What was grabbed and is not in {@link #shown} yet. */
    private Region late = Region.NOTHING;

    private Pointer lastSeen = new Pointer(0, 0, false, new Shape(1, 1, 0, 0, new int[1]));
    private boolean begunAnew;
    private Optional<Choice> lastChoice = Optional.empty();
    private Optional<Long> lastMoment = Optional.empty();

    public MaskedScreen(Sharing sharing, KnownWindows known, ScreenSource source, InstantSource clock) {
        this.sharing = sharing;
        this.known = known;
        this.source = source;
        this.clock = clock;
        Area bounds = source.bounds();
        this.raw = new Picture(bounds.width(), bounds.height());
        this.shown = new Picture(bounds.width(), bounds.height());
        this.masked = Region.NOTHING;
        hideAll();
    }

    /** As {@link ScreenSource#awaitChange}; shorter while something waits to be uncovered. */
    public boolean awaitChange(Duration atMost) throws InterruptedException {
        boolean restless = !late.isEmpty() || !remains.isEmpty();
        Duration soon = REST.dividedBy(4);
        return source.awaitChange(restless && atMost.compareTo(soon) > 0 ? soon : atMost);
    }

    /** Those of which something can be seen. */
    public List<Monitor> monitors() {
        List<Monitor> all = source.monitors();
        if (sharing.now().share().scope() instanceof Share.Monitor one) {
            List<Monitor> seen = all.stream()
                    .filter(monitor -> !monitor.area().intersect(one.area()).isEmpty())
                    .toList();
            return seen.isEmpty() ? List.of(Monitor.whole(raw.area())) : seen;
        }
        return all;
    }

    /** As {@link ScreenSource#standstill}, or why there is nothing to be seen. */
    public Optional<Reason> standstill() {
        return source.standstill()
                .or(() -> sharing.now().share().isGone() ? Optional.of(Reason.MONITOR_GONE) : Optional.empty());
    }

    /** Shows the chosen monitor where it stands now; also when nobody looks, because what is shown can be operated. */
    public Choice follow() {
        return sharing.follow(source.monitors());
    }

    /** Brings the picture up to date, as far as it may be seen. */
    public MaskedPicture look() {
        Choice choice = follow();
        Area bounds = source.bounds();
        if (bounds.width() != raw.width() || bounds.height() != raw.height()) {
            raw = new Picture(bounds.width(), bounds.height());
            hideAll();
        } else if (!lastChoice.equals(Optional.of(choice))) {
            hideAll();
        }
        lastChoice = Optional.of(choice);
        Area screen = raw.area();
        Optional<Stacking> before = known.stacking();
        HiddenPlaces hiddenBefore = known.hiddenPlaces(choice.share(), screen, before);
        Grabbed grabbed = source.grab(raw);
        remains.painted(Region.of(grabbed.painted()));
        Pointer pointer = source.pointer();
        Optional<Stacking> after = known.stacking();

        Region lists = hiddenBefore.hidden();
        Region reach = hiddenBefore.reach();
        Region uncertain = Region.NOTHING;
        HiddenPlaces hiddenAfter = hiddenBefore;
        if (!moment(before).equals(moment(after))) {
            hiddenAfter = known.hiddenPlaces(choice.share(), screen, after);
            lists = lists.with(hiddenAfter.hidden());
            reach = reach.with(hiddenAfter.reach());
            uncertain = known.touchedSince(before, screen).within(reach);
        }
        if (!follow().equals(choice)) {
            // What was grabbed may be of another monitor.
            lists = Region.of(screen);
        }
        Instant now = clock.instant();
        remember(now, choice.share(), lists, hiddenAfter, reach, before, after);
        List<Area> border = Marks.around(hiddenAfter.marked(), screen);
        List<Area> damage = update(lists.with(remains.within(screen, now)), uncertain, grabbed.damage());
        return new MaskedPicture(shown, damage, grabbed.moves(), unlessMasked(pointer), border, choice);
    }

    private static Optional<Long> moment(Optional<Stacking> stacking) {
        return stacking.map(Stacking::moment);
    }

    /** All that was hidden and is not any more rests for a while. */
    private void remember(
            Instant time,
            Share share,
            Region lists,
            HiddenPlaces now,
            Region reach,
            Optional<Stacking> before,
            Optional<Stacking> after) {
        remains.forget(time);
        Region left = listed.without(lists);
        Optional<Long> since = lastMoment.or(() -> moment(before));
        if (!since.equals(moment(after))) {
            left = since.map(moment ->
                            known.remainsSince(moment, now, reach, remains.within(raw.area(), time), raw.area()))
                    .orElse(Region.NOTHING)
                    .with(left);
        }
        if (begunAnew) {
            // What was where before this look nobody knows.
            left = left.with(share.equals(Share.EVERYTHING) ? reach : Region.of(raw.area()));
        }
        if (!left.isEmpty()) {
            // Where the screen is put together from the windows, what covered one is never left in it.
            boolean composed = known.areComposed();
            remains.leave(
                    left, time.plus(composed ? COMPOSED_REST : REST), time.plus(composed ? COMPOSED_REST : PAINTING));
        }
        listed = lists;
        lastMoment = moment(after);
    }

    private List<Area> update(Region hide, Region uncertain, List<Area> grabbed) {
        Region fresh = late.with(Region.of(grabbed).within(raw.area()));
        Region maskNow = hide.with(masked.within(uncertain));
        if (maskNow.pieces() > MOST_PIECES) {
            maskNow = Region.of(raw.area());
        }
        Region covered = maskNow.without(masked);
        Region current = fresh.with(masked).without(maskNow);
        late = current.within(uncertain);
        Region copied = current.without(uncertain);
        masked = maskNow;
        copied.areas().forEach(this::copy);
        covered.areas().forEach(this::cover);
        if (begunAnew) {
            begunAnew = false;
            return List.of(shown.area());
        }
        List<Area> damage = new ArrayList<>(copied.areas());
        damage.addAll(covered.areas());
        return damage;
    }

    /** Nothing that was shown counts any more. */
    private void hideAll() {
        if (!shown.area().equals(raw.area())) {
            shown = new Picture(raw.width(), raw.height());
        }
        cover(shown.area());
        begunAnew = true;
        masked = Region.of(shown.area());
        listed = Region.NOTHING;
        late = Region.NOTHING;
    }

    private void copy(Area area) {
        int width = raw.width();
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            System.arraycopy(raw.pixels(), y * width + area.x(), shown.pixels(), y * width + area.x(), area.width());
        }
    }

    private void cover(Area area) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            int from = y * shown.width() + area.x();
            Arrays.fill(shown.pixels(), from, from + area.width(), HIDDEN);
        }
    }

    /** Over hidden places neither its way nor its looks are for others: they are words of the hidden program. */
    private Pointer unlessMasked(Pointer pointer) {
        if (!masked.contains(pointer.x(), pointer.y())) {
            lastSeen = pointer;
            return pointer;
        }
        return new Pointer(lastSeen.x(), lastSeen.y(), false, lastSeen.shape());
    }

    @Override
    public void close() {
        source.close();
        known.close();
    }
}
