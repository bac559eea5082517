package org.beistand.client.release;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.desktop.Windows;
import org.beistand.client.time.HandClock;

/** A screen that is painted from its windows, unless they are slow to paint, and what others see of it. */
final class MaskedStage implements Windows {
    static final int DESK = 0xFF204060;
    static final int SECRET = 0xFFFF00FF;
    static final int PLAIN = 0xFFEEEEEE;
    static final long VIEWER = 100;
    static final long MAIL = 200;
    static final Share ONLY_THE_VIEWER = new Share(new Share.Programs(Set.of(VIEWER)), false, false);
    static final Area LEFT = new Area(0, 0, 40, 60);
    static final Area RIGHT = new Area(40, 0, 40, 60);

    final HandClock clock = new HandClock();
    final Sharing sharing = new Sharing();
    final KnownWindows known = new KnownWindows(OwnPlaces.NONE, Optional.of(this), 7);
    final List<DesktopWindow> windows = new ArrayList<>();
    final List<Touch> touches = new ArrayList<>();
    final Picture glass = new Picture(80, 60);
    final List<Area> damage = new ArrayList<>();
    final List<Area> painted = new ArrayList<>();
    Runnable duringGrab = () -> {};
    boolean readable = true;
    List<Monitor> monitors = List.of(Monitor.whole(glass.area()));

    final MaskedScreen screen = new MaskedScreen(sharing, known, new Camera(), clock);

    MaskedStage() {
        Arrays.fill(glass.pixels(), DESK);
    }

    static int at(MaskedPicture masked, int x, int y) {
        return masked.picture().pixels()[y * 80 + x];
    }

    static boolean isSecretFree(MaskedPicture masked) {
        return Arrays.stream(masked.picture().pixels()).noneMatch(pixel -> pixel == SECRET);
    }

    /** What is seen when the windows have rested. */
    MaskedPicture looked() {
        screen.look();
        rest();
        return screen.look();
    }

    void rest() {
        clock.pass(MaskedScreen.PAINTING);
    }

    void put(long id, long process, Area area) {
        DesktopWindow window = new DesktopWindow(id, "", "", process, area);
        windows.add(window);
        touches.add(new Touch(Optional.of(window), area, true));
        paint();
    }

    /** Its picture stays where it was if nobody paints. */
    void take(long id, boolean painted) {
        DesktopWindow window =
                windows.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        windows.remove(window);
        touches.add(new Touch(Optional.of(window), window.area(), true));
        if (painted) {
            paint();
        }
    }

    /** Without painting anything. */
    void move(long id, Area to) {
        DesktopWindow window =
                windows.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        DesktopWindow moved = new DesktopWindow(id, "", "", window.process(), to);
        windows.set(windows.indexOf(window), moved);
        touches.add(new Touch(Optional.of(window), window.area(), false));
        touches.add(new Touch(Optional.of(moved), to, false));
    }

    void paint() {
        fill(glass.area(), DESK);
        windows.forEach(window -> fill(window.area(), window.process() == MAIL ? SECRET : PLAIN));
    }

    void fill(Area area, int colour) {
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            Arrays.fill(glass.pixels(), y * 80 + area.x(), y * 80 + area.x() + area.width(), colour);
        }
        damage.add(area);
        painted.add(area);
    }

    @Override
    public List<DesktopWindow> stacked() {
        return List.copyOf(windows);
    }

    @Override
    public Optional<Stacking> stacking() {
        return readable ? Optional.of(new Stacking(touches.size(), windows)) : Optional.empty();
    }

    @Override
    public Optional<List<Touch>> touchedSince(long moment) {
        return Optional.of(List.copyOf(touches.subList((int) moment, touches.size())));
    }

    @Override
    public Optional<DesktopWindow> focused() {
        return Optional.empty();
    }

    @Override
    public void close() {}

    final class Camera implements ScreenSource {
        @Override
        public Area bounds() {
            return glass.area();
        }

        @Override
        public List<Monitor> monitors() {
            return monitors;
        }

        @Override
        public boolean awaitChange(Duration atMost) {
            return !damage.isEmpty();
        }

        @Override
        public Grabbed grab(Picture into) {
            duringGrab.run();
            System.arraycopy(glass.pixels(), 0, into.pixels(), 0, glass.pixels().length);
            List<Area> grabbed = List.copyOf(damage);
            List<Area> paintedNow = List.copyOf(painted);
            damage.clear();
            painted.clear();
            return new Grabbed(grabbed, List.of(), paintedNow);
        }

        @Override
        public Pointer pointer() {
            return new Pointer(60, 30, true, new Shape(1, 1, 0, 0, new int[] {SECRET}));
        }

        @Override
        public void close() {}
    }
}
