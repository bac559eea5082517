package org.beistand.client.platform.x11;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.DesktopException;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.protocol.value.Reason;

/**
 * The screen of an X server, all its monitors in one picture. The server says whether and where something was drawn; only that
 * is fetched, through shared memory where there is any.
 *
 * <p>After the server has gone, {@link #awaitChange} and {@link #grab} throw {@link IllegalStateException}; after
 * {@link #close} they find nothing any more.
 */
public final class X11Screen implements ScreenSource {
    private static final int CONFIGURE_NOTIFY = 22;
    private static final long STRUCTURE_NOTIFY_MASK = 1L << 17;
    private static final int MOST_FETCHES = 8;
    private static final int MOST_DAMAGED = 64;
    private static final int MOST_PAINTED = 256;
    private static final int LOOK_FOR_POINTER_MILLIS = 15;
    private static final int LOOK_FOR_WARP_MILLIS = 100;

    private final XConnection x;
    private final DamageWatch damage;
    private final PointerWatch pointers;
    private final MonitorWatch watch;
    private ScreenFormat format;
    private RootImage image;
    private boolean drawnOn = true;
    private boolean pointerChanged = true;
    private boolean resized;
    private List<Monitor> monitors;
    private boolean monitorsOutdated;
    private boolean monitorsChanged;
    private Optional<Picture> current = Optional.empty();
    private Pointer lastPointer;

    X11Screen(String display) throws DesktopException {
        this.x = XConnection.open(display);
        try {
            this.format = ScreenFormat.of(x)
                    .orElseThrow(() -> refused("its pixels have no bits of their own for each colour"));
            this.damage = new DamageWatch(x);
            this.pointers = new PointerWatch(x);
            Xlib.selectInput(x.display(), x.root(), STRUCTURE_NOTIFY_MASK);
            this.image = open(format);
            this.watch = new MonitorWatch(x);
            this.monitors = watch.monitors(format.bounds());
            this.lastPointer = pointers.pointer();
        } catch (DesktopException | RuntimeException | LinkageError e) {
            x.close();
            throw e;
        }
    }

    private static DesktopException refused(String why) {
        return new DesktopException(Reason.SCREEN_NOT_CAPTURED, why);
    }

    private RootImage open(ScreenFormat wanted) {
        return SharedRootImage.attach(x, wanted).orElseGet(() -> new SentRootImage(x, wanted));
    }

    @Override
    public Area bounds() {
        synchronized (x) {
            readEvents();
            return format.bounds();
        }
    }

    @Override
    public List<Monitor> monitors() {
        synchronized (x) {
            readEvents();
            return monitors;
        }
    }

    @Override
    public boolean awaitChange(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (x) {
            readEvents();
            if (x.isClosed()) {
                return false;
            }
            pointers.listen(true);
        }
        // A pointer that a program sets down elsewhere is no move of a mouse, and nobody tells of it.
        int look = pointers.isTold() ? LOOK_FOR_WARP_MILLIS : LOOK_FOR_POINTER_MILLIS;
        try {
            while (true) {
                synchronized (x) {
                    readEvents();
                    pointerChanged |= x.usable() && pointers.hasMoved();
                    readEvents();
                    if (drawnOn || pointerChanged || resized || monitorsChanged) {
                        return !x.isClosed();
                    }
                }
                long left = (end - System.nanoTime() + 999_999) / 1_000_000;
                if (left <= 0 || x.isClosed()) {
                    return false;
                }
                x.await((int) Math.min(left, look));
            }
        } finally {
            synchronized (x) {
                if (x.usable()) {
                    pointers.listen(false);
                    x.flush();
                }
            }
        }
    }

    /** Takes note of all that the server has told so far. */
    private void readEvents() {
        for (MemorySegment event = x.nextEvent(); event != null; event = x.nextEvent()) {
            int type = event.get(JAVA_INT, 0);
            drawnOn |= damage.isDamage(type);
            pointerChanged |= pointers.isMove(type);
            if (pointers.isShapeChange(type)) {
                pointers.shapeChanged();
                pointerChanged = true;
            }
            if (type == CONFIGURE_NOTIFY) {
                adapt();
            }
            monitorsOutdated |= type == CONFIGURE_NOTIFY || watch.isChange(type);
        }
        if (monitorsOutdated && x.usable()) {
            monitorsOutdated = false;
            List<Monitor> now = watch.monitors(format.bounds());
            monitorsChanged |= !now.equals(monitors);
            monitors = now;
        }
        if (x.isLost()) {
            throw new IllegalStateException("the X server has gone");
        }
    }

    private void adapt() {
        Optional<ScreenFormat> now = ScreenFormat.of(x);
        if (now.isPresent() && !now.get().equals(format)) {
            image.close();
            format = now.get();
            image = open(format);
            resized = true;
            current = Optional.empty();
        }
    }

    @Override
    public Grabbed grab(Picture into) {
        synchronized (x) {
            if (x.isClosed()) {
                return new Grabbed(List.of(), List.of());
            }
            readEvents();
            drawnOn = false;
            pointerChanged = false;
            monitorsChanged = false;
            resized = !into.area().equals(format.bounds());
            pointers.remember();
            Area all = format.bounds().intersect(into.area());
            List<Area> painted = damage.take(all);
            boolean whole = current.isEmpty() || current.get() != into;
            current = Optional.of(into);
            List<Area> changed = new ArrayList<>();
            for (Area area : whole ? List.of(all) : Bands.atMost(MOST_FETCHES, painted)) {
                Optional<List<Area>> fetched = image.fetch(area, into);
                fetched.ifPresent(changed::addAll);
                if (fetched.isEmpty()) {
                    // The size has just changed, and its event is on the way: the next grab fills all.
                    current = Optional.empty();
                    drawnOn = true;
                    painted = List.of();
                }
            }
            // Programs like to paint more than they change, and whatever comes after this pays for each pixel.
            List<Area> told = whole ? List.of(all) : Bands.atMost(MOST_DAMAGED, changed);
            return new Grabbed(told, List.of(), painted.subList(0, Math.min(painted.size(), MOST_PAINTED)));
        }
    }

    @Override
    public Pointer pointer() {
        synchronized (x) {
            if (x.usable()) {
                readEvents();
                lastPointer = pointers.pointer();
            }
            return lastPointer;
        }
    }

    @Override
    public void close() {
        synchronized (x) {
            if (x.isClosed()) {
                return;
            }
            image.close();
            x.close();
        }
    }
}
