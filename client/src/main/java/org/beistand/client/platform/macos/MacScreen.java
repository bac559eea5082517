package org.beistand.client.platform.macos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.platform.macos.Geometry.Spot;
import org.beistand.client.platform.pixels.Comparison;
import org.beistand.client.platform.pixels.PixelRows;
import org.beistand.client.platform.pixels.PointerShapes;

/**
 * The displays of a Mac, taken ten times a second and compared. The system does not say what the pointer looks like to programs
 * that have not set it, so it is an arrow.
 */
public final class MacScreen implements ScreenSource {
    private static final long BETWEEN_PICTURES_NANOS = 100_000_000;
    private static final long BETWEEN_LOOKS_NANOS = 250_000_000;
    private static final long LOOK_FOR_POINTER_MILLIS = 15;
    private static final Shape ARROW = PointerShapes.arrow(16);

    private final Photographer photographer;
    private final LongSupplier nanos;
    private DisplayMap displays;
    private boolean displaysChanged;
    private long lastLook = System.nanoTime();
    private long lastPicture;
    private Spot lastPointer = new Spot(-1, -1);
    private Optional<Picture> current = Optional.empty();
    private boolean closed;

    /** @param nanos of a clock that only goes forward, for the pace of the pictures */
    MacScreen(Photographer photographer, LongSupplier nanos) {
        this.photographer = photographer;
        this.nanos = nanos;
        this.lastPicture = nanos.getAsLong() - BETWEEN_PICTURES_NANOS;
        this.displays = photographer.displays();
    }

    @Override
    public synchronized Area bounds() {
        lookAtDisplays();
        return displays.bounds();
    }

    @Override
    public synchronized List<Monitor> monitors() {
        lookAtDisplays();
        return displays.monitors();
    }

    private void lookAtDisplays() {
        if (!closed && System.nanoTime() - lastLook >= BETWEEN_LOOKS_NANOS) {
            lastLook = System.nanoTime();
            DisplayMap now = photographer.displays();
            displaysChanged |= !now.equals(displays);
            displays = now;
        }
    }

    @Override
    public synchronized boolean awaitChange(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!closed) {
            lookAtDisplays();
            if (displaysChanged
                    || nanos.getAsLong() - lastPicture >= BETWEEN_PICTURES_NANOS
                    || !photographer.pointer().equals(lastPointer)) {
                return true;
            }
            long left = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(Math.min(left, LOOK_FOR_POINTER_MILLIS));
        }
        return false;
    }

    @Override
    public synchronized Grabbed grab(Picture into) {
        if (closed) {
            return new Grabbed(List.of(), List.of());
        }
        lastPicture = nanos.getAsLong();
        lastPointer = photographer.pointer();
        boolean whole = displaysChanged || current.isEmpty() || current.get() != into;
        displaysChanged = false;
        current = Optional.of(into);
        List<Area> changed = new ArrayList<>();
        for (DisplayMap.Placed one : displays.placed()) {
            Optional<PixelRows> rows = photographer.take(one);
            rows.ifPresent(pixels -> changed.addAll(
                    Comparison.update(pixels, into, one.area().x(), one.area().y())));
        }
        return new Grabbed(whole ? List.of(into.area()) : changed, List.of());
    }

    @Override
    public synchronized Pointer pointer() {
        return displays.pixel(closed ? lastPointer : photographer.pointer())
                .map(place -> new Pointer(place.x(), place.y(), !place.isEmpty(), ARROW))
                .orElse(new Pointer(0, 0, false, ARROW));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            photographer.close();
            notifyAll();
        }
    }
}
