package org.beistand.house;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.FakeDesktop;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.session.Viewer;

/** A viewer that keeps a copy of what it was shown, and only of the areas that it was told of. */
public final class SeenScreen implements Viewer {
    private int[] pixels = {};
    private int width;
    private List<Monitor> monitors = List.of();
    private final List<String> stops = new CopyOnWriteArrayList<>();
    private boolean paused;
    private boolean ended;

    @Override
    public synchronized void begin(int width, int height) {
        this.width = width;
        pixels = new int[width * height];
        ended = false;
    }

    @Override
    public synchronized void show(Picture picture, List<Area> changed, Runnable shown) {
        for (Area area : changed) {
            for (int y = area.y(); y < area.y() + area.height(); y++) {
                System.arraycopy(picture.pixels(), y * width + area.x(), pixels, y * width + area.x(), area.width());
            }
        }
        shown.run();
    }

    @Override
    public void pointer(int x, int y, boolean visible) {}

    @Override
    public void pointerShape(ScreenSource.Shape shape) {}

    @Override
    public void stopped(int x, int y) {
        stops.add(x + " " + y);
    }

    /** Where clicks were stopped. */
    public List<String> stops() {
        return stops;
    }

    @Override
    public synchronized void monitors(List<Monitor> told) {
        monitors = told;
    }

    @Override
    public synchronized void paused(boolean now) {
        paused = now;
    }

    @Override
    public synchronized void end() {
        ended = true;
    }

    public synchronized int[] pixels() {
        return pixels.clone();
    }

    public synchronized List<Monitor> monitors() {
        return monitors;
    }

    /** 0 before there is a picture. */
    public synchronized int colourAt(int x, int y) {
        return pixels.length == 0 ? 0 : pixels[y * width + x];
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    public synchronized boolean isEnded() {
        return ended;
    }

    public synchronized boolean equalsScreen(FakeDesktop desktop) {
        return Arrays.equals(pixels, desktop.pixels());
    }
}
