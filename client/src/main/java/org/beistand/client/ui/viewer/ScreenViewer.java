package org.beistand.client.ui.viewer;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.client.session.Viewer;
import org.beistand.protocol.session.screen.PictureMasked;
import org.jspecify.annotations.Nullable;

/** Hands a session's pictures over to a {@link ScreenView}. A call never waits for the FX thread. */
public final class ScreenViewer implements Viewer {
    private final ScreenView view;
    private final Executor windows;
    private final AtomicReference<@Nullable Place> place = new AtomicReference<>();

    private record Place(int x, int y, boolean visible) {}

    /** @param windows runs tasks on the FX thread, in order */
    public ScreenViewer(ScreenView view, Executor windows) {
        this.view = view;
        this.windows = windows;
    }

    @Override
    public void begin(int width, int height) {
        windows.execute(() -> view.begin(width, height));
    }

    @Override
    public void show(Picture picture, List<Area> changed, Runnable shown) {
        List<Area> areas = List.copyOf(changed);
        windows.execute(() -> {
            try {
                view.update(picture, areas);
            } finally {
                shown.run();
            }
        });
    }

    /** Only the newest place is shown: a pointer moves more often than a screen is drawn. */
    @Override
    public void pointer(int x, int y, boolean visible) {
        if (place.getAndSet(new Place(x, y, visible)) == null) {
            windows.execute(() -> {
                Place newest = place.getAndSet(null);
                if (newest != null) {
                    view.pointer(newest.x(), newest.y(), newest.visible());
                }
            });
        }
    }

    @Override
    public void pointerShape(ScreenSource.Shape shape) {
        windows.execute(() -> view.shape(PointerShape.of(shape)));
    }

    @Override
    public void stopped(int x, int y) {
        windows.execute(() -> view.stopped(x, y));
    }

    @Override
    public void monitors(List<Monitor> monitors) {
        windows.execute(() -> view.monitors(monitors));
    }

    @Override
    public void sharpness(Sharpness sharpness) {
        windows.execute(() -> view.sharpness(sharpness));
    }

    @Override
    public void masked(PictureMasked masked) {
        windows.execute(() -> view.masked(masked));
    }

    @Override
    public void paused(boolean paused) {
        windows.execute(() -> view.paused(paused));
    }

    @Override
    public void end() {
        windows.execute(view::end);
    }
}
