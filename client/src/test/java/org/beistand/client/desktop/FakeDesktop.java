package org.beistand.client.desktop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.beistand.client.sight.Field;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.value.Reason;

/** A machine made of memory: what is painted is seen, what is put in is written down. Safe for any thread. */
public final class FakeDesktop implements Desktop {
    public static final int WIDTH = 320;
    public static final int HEIGHT = 240;

    /** Everything that was done to this machine, in order. */
    public final List<String> done = new CopyOnWriteArrayList<>();

    /** Pixels as they are on the screen now. */
    private final int[] pixels = new int[WIDTH * HEIGHT];

    private final Object drawing = new Object();
    private final List<Area> damage = new ArrayList<>();
    private volatile Optional<Runnable> securityKey = Optional.empty();
    public volatile boolean securityKeyTaken;
    /** Why the picture stands still. */
    public volatile Optional<Reason> standstill = Optional.empty();

    /** The strips around places where clicks were stopped, each time they change. */
    public final List<List<Area>> stopMarks = new CopyOnWriteArrayList<>();

    public volatile boolean glanceFails;
    /** How many were opened and not closed again. */
    public final AtomicInteger openSinks = new AtomicInteger();

    public final AtomicInteger openWindows = new AtomicInteger();

    public volatile String clipboard = "";
    public volatile List<Windows.DesktopWindow> windows = List.of();
    public volatile int grabs;

    private List<Monitor> monitors = List.of(Monitor.whole(new Area(0, 0, WIDTH, HEIGHT)));
    private boolean monitorsChanged;

    public FakeDesktop() {
        java.util.Arrays.fill(pixels, 0xFF204060);
    }

    /** Paints one area in one colour. */
    public void paint(Area area, int rgb) {
        synchronized (drawing) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                for (int x = area.x(); x < area.x() + area.width(); x++) {
                    pixels[y * WIDTH + x] = 0xFF000000 | rgb;
                }
            }
            damage.add(area);
            drawing.notifyAll();
        }
    }

    /** Paints an area pixel by pixel. @param rgb row by row */
    public void paint(Area area, int[] rgb) {
        synchronized (drawing) {
            for (int y = 0; y < area.height(); y++) {
                for (int x = 0; x < area.width(); x++) {
                    pixels[(area.y() + y) * WIDTH + area.x() + x] = 0xFF000000 | rgb[y * area.width() + x];
                }
            }
            damage.add(area);
            drawing.notifyAll();
        }
    }

    /** Somebody plugs in other monitors. */
    public void plugIn(List<Monitor> others) {
        synchronized (drawing) {
            monitors = others;
            monitorsChanged = true;
            drawing.notifyAll();
        }
    }

    public int[] pixels() {
        synchronized (drawing) {
            return pixels.clone();
        }
    }

    /** What somebody sees there who sees the screen as it is now. */
    public Optional<Sighting> sighting(int x, int y) {
        return Optional.of(Field.look(pixels(), new Area(0, 0, WIDTH, HEIGHT), x, y));
    }

    /** The owner presses F11. */
    public void pressSecurityKey() {
        securityKey
                .orElseThrow(() -> new IllegalStateException("nobody listens"))
                .run();
    }

    public boolean listensToSecurityKey() {
        return securityKey.isPresent();
    }

    @Override
    public ScreenSource openScreen() {
        return new Screen();
    }

    @Override
    public InputSink openInput() {
        openSinks.incrementAndGet();
        return new Input();
    }

    @Override
    public Glance openGlance() throws DesktopException {
        if (glanceFails) {
            throw new DesktopException(Reason.SCREEN_NOT_CAPTURED, "as the test wants it");
        }
        return Glance.through(openScreen());
    }

    @Override
    public ScreenBorder openStopMark() {
        return new ScreenBorder() {
            @Override
            public void show(List<Area> strips, boolean paused) {
                stopMarks.add(strips);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public SecurityKey openSecurityKey() {
        return new SecurityKey() {
            @Override
            public Optional<Reason> listen(Runnable pressed) {
                if (securityKeyTaken) {
                    return Optional.of(Reason.SECURITY_KEY_TAKEN);
                }
                securityKey = Optional.of(pressed);
                return Optional.empty();
            }

            @Override
            public void close() {
                securityKey = Optional.empty();
            }
        };
    }

    @Override
    public Windows openWindows() {
        openWindows.incrementAndGet();
        return new Windows() {
            @Override
            public List<DesktopWindow> stacked() {
                return windows;
            }

            @Override
            public Optional<DesktopWindow> focused() {
                return windows.isEmpty() ? Optional.empty() : Optional.of(windows.getLast());
            }

            @Override
            public void close() {
                openWindows.decrementAndGet();
            }
        };
    }

    @Override
    public TextClipboard clipboard() {
        return new TextClipboard() {
            @Override
            public Optional<String> read() {
                return Optional.of(clipboard).filter(text -> !text.isEmpty());
            }

            @Override
            public void write(String text) {
                clipboard = text;
            }
        };
    }

    private final class Screen implements ScreenSource {
        private final Shape arrow = new Shape(1, 1, 0, 0, new int[] {0xFFFFFFFF});
        private boolean first = true;

        @Override
        public Area bounds() {
            return new Area(0, 0, WIDTH, HEIGHT);
        }

        @Override
        public List<Monitor> monitors() {
            synchronized (drawing) {
                return monitors;
            }
        }

        @Override
        public boolean awaitChange(Duration atMost) throws InterruptedException {
            synchronized (drawing) {
                if (damage.isEmpty() && !first && !monitorsChanged) {
                    drawing.wait(Math.max(1, atMost.toMillis()));
                }
                return first || !damage.isEmpty() || monitorsChanged;
            }
        }

        @Override
        public Grabbed grab(Picture into) {
            synchronized (drawing) {
                grabs++;
                System.arraycopy(pixels, 0, into.pixels(), 0, pixels.length);
                List<Area> painted = List.copyOf(damage);
                List<Area> changed = first ? List.of(bounds()) : painted;
                first = false;
                monitorsChanged = false;
                damage.clear();
                return new Grabbed(changed, List.of(), painted);
            }
        }

        @Override
        public Optional<Reason> standstill() {
            return standstill;
        }

        @Override
        public Pointer pointer() {
            return new Pointer(1, 1, true, arrow);
        }

        @Override
        public void close() {}
    }

    private final class Input implements InputSink {
        private final List<String> held = new ArrayList<>();

        @Override
        public void movePointer(int x, int y) {
            done.add("move " + x + " " + y);
        }

        @Override
        public void button(int button, boolean down) {
            hold("button " + button, down);
        }

        @Override
        public void wheel(int horizontal, int vertical) {
            done.add("wheel " + horizontal + " " + vertical);
        }

        @Override
        public void key(int position, int character, boolean command, boolean down) {
            hold("key " + (character == 0 ? "#" + position : Character.toString(character)), down);
        }

        @Override
        public void releaseAll() {
            List.copyOf(held).forEach(one -> hold(one, false));
        }

        @Override
        public void close() {
            openSinks.decrementAndGet();
            releaseAll();
        }

        private void hold(String what, boolean down) {
            done.add(what + (down ? " down" : " up"));
            held.remove(what);
            if (down) {
                held.add(what);
            }
        }
    }
}
