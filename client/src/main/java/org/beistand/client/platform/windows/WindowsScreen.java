package org.beistand.client.platform.windows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.platform.windows.PointerLook.Place;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The screen of a Windows machine, all its monitors in one picture. While Windows shows a desktop of its own, where it asks for a
 * password or whether a program may change the machine, nobody sees it: the last picture stays until the person is back.
 */
public final class WindowsScreen implements ScreenSource {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsScreen.class);
    private static final int MOST_PIXELS = 16_384;
    private static final int SLICE_MILLIS = 15;
    private static final long BETWEEN_TRIES_NANOS = 250_000_000;
    private static final long STANDSTILL_NANOS = 1_000_000_000;

    private final Captures captures;
    private final PointerLook look;
    private final OwnWindowShield shield;
    private final MonitorTable table;
    private final LongSupplier nanos;
    private Optional<Capture> capture;
    private Area all;
    private Optional<Picture> current = Optional.empty();
    private Place lastPlace;
    private boolean resized;
    private List<Monitor> monitors;
    private boolean monitorsChanged;
    private long lastLook = System.nanoTime();
    private long lastTry;
    private long standsSince;
    private long lastLost = System.nanoTime() - BETWEEN_TRIES_NANOS;
    private boolean closed;

    /** Keeps our own windows out of the picture. */
    interface OwnWindowShield {
        void raise();

        void lower();
    }

    /** @param nanos of a clock that only goes forward, for what lasts */
    WindowsScreen(Captures captures, PointerLook look, MonitorTable table, OwnWindowShield shield, LongSupplier nanos)
            throws DesktopException {
        this.captures = captures;
        this.look = look;
        this.table = table;
        this.nanos = nanos;
        this.shield = shield;
        try {
            this.capture = captures.open();
        } catch (Capture.Lost e) {
            throw new DesktopException(Reason.SCREEN_NOT_CAPTURED, "the screen cannot be read", e);
        }
        this.all = capture.map(Capture::virtualScreen)
                .orElseThrow(() -> new DesktopException(
                        Reason.SCREEN_NOT_CAPTURED, "Windows shows another desktop at this moment"));
        this.lastPlace = look.place();
        this.monitors = table.monitors(all, bounds());
        shield.raise();
    }

    /** From 0, 0, wherever Windows begins to count. */
    @Override
    public synchronized Area bounds() {
        return new Area(0, 0, Math.clamp(all.width(), 1, MOST_PIXELS), Math.clamp(all.height(), 1, MOST_PIXELS));
    }

    @Override
    public synchronized List<Monitor> monitors() {
        lookAtMonitors();
        return monitors;
    }

    private void lookAtMonitors() {
        if (!closed && System.nanoTime() - lastLook >= BETWEEN_TRIES_NANOS) {
            lastLook = System.nanoTime();
            List<Monitor> now = table.monitors(all, bounds());
            monitorsChanged |= !now.equals(monitors);
            monitors = now;
        }
    }

    @Override
    public synchronized boolean awaitChange(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!closed) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            lookAtMonitors();
            if (resized
                    || monitorsChanged
                    || current.isEmpty() && capture.isPresent()
                    || !look.place().equals(lastPlace)) {
                return true;
            }
            long left = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            if (hasDrawing((int) Math.min(left, SLICE_MILLIS))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasDrawing(int millis) throws InterruptedException {
        if (capture.isPresent()) {
            try {
                return capture.get().awaitDrawing(millis);
            } catch (Capture.Lost e) {
                lose(e);
            }
        }
        if (System.nanoTime() - lastTry >= BETWEEN_TRIES_NANOS) {
            lastTry = System.nanoTime();
            return comeBack();
        }
        wait(millis);
        return false;
    }

    private void lose(Capture.Lost why) {
        LOG.info("the picture stands still: {}", why.getMessage());
        if (capture.isPresent()) {
            capture.get().close();
            standsSince = nanos.getAsLong();
        }
        capture = Optional.empty();
        long now = System.nanoTime();
        // At once the first time, as after a change of the resolution; then now and then.
        lastTry = now - lastLost < BETWEEN_TRIES_NANOS ? now : now - BETWEEN_TRIES_NANOS;
        lastLost = now;
    }

    private boolean comeBack() {
        try {
            capture = captures.open();
        } catch (Capture.Lost e) {
            throw new IllegalStateException("the screen cannot be read any more", e);
        }
        if (capture.isEmpty()) {
            return false;
        }
        Area now = capture.get().virtualScreen();
        resized = now.width() != all.width() || now.height() != all.height();
        all = now;
        lastLook = System.nanoTime() - BETWEEN_TRIES_NANOS;
        current = Optional.empty(); // whatever was drawn meanwhile has not been told
        return true;
    }

    @Override
    public synchronized Grabbed grab(Picture into) {
        if (closed) {
            return new Grabbed(List.of(), List.of());
        }
        resized = !into.area().equals(bounds());
        monitorsChanged = false;
        lastPlace = look.place();
        shield.raise();
        if (capture.isEmpty()) {
            return new Grabbed(List.of(), List.of());
        }
        boolean whole = current.isEmpty() || current.get() != into;
        try {
            Grabbed grabbed = capture.get().grab(into, whole);
            current = Optional.of(into);
            return grabbed;
        } catch (Capture.Lost e) {
            lose(e);
            current = Optional.empty();
            return new Grabbed(whole ? List.of(into.area()) : List.of(), List.of());
        }
    }

    /** Only if it lasts: a new resolution passes at once. */
    @Override
    public synchronized Optional<Reason> standstill() {
        boolean lasts = !closed && capture.isEmpty() && nanos.getAsLong() - standsSince >= STANDSTILL_NANOS;
        return lasts ? Optional.of(Reason.SYSTEM_SCREEN_SHOWN) : Optional.empty();
    }

    @Override
    public synchronized Pointer pointer() {
        Place place = look.place();
        int x = place.x() - all.x();
        int y = place.y() - all.y();
        return new Pointer(x, y, place.visible() && bounds().contains(x, y), look.shape(place));
    }

    @Override
    public synchronized void close() {
        closed = true;
        shield.lower();
        capture.ifPresent(Capture::close);
        capture = Optional.empty();
        notifyAll();
    }
}
