package org.beistand.client.ui.base;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;
import org.beistand.client.desktop.Area;
import org.beistand.client.release.OwnWindows;

/**
 * Where this program's windows are, in physical pixels of the screen: nobody may operate them from afar. Menus and tips are
 * windows too. The snapshot is safe for any thread and never waits for the FX thread.
 */
public final class OwnWindowAreas implements OwnWindows.Announced {
    private static final Object QUESTION = new Object();

    private final Map<Window, InvalidationListener> watched = new IdentityHashMap<>();
    private volatile Snapshot now = new Snapshot(List.of(), false, false);

    private record Snapshot(List<Area> areas, boolean focused, boolean asking) {}

    /** This window asks the owner of the computer something, for as long as it shows. */
    public static void marksQuestion(Window window) {
        window.getProperties().put(QUESTION, true);
    }

    /** Begins to watch; on the FX thread. */
    public void start() {
        Window.getWindows().addListener((ListChangeListener<Window>) change -> follow());
        follow();
    }

    @Override
    public List<Area> areas() {
        return now.areas();
    }

    @Override
    public boolean focused() {
        return now.focused();
    }

    @Override
    public boolean asking() {
        return now.asking();
    }

    private void follow() {
        List<Window> showing = List.copyOf(Window.getWindows());
        watched.entrySet().removeIf(entry -> {
            if (showing.contains(entry.getKey())) {
                return false;
            }
            geometry(entry.getKey()).forEach(value -> value.removeListener(entry.getValue()));
            return true;
        });
        for (Window window : showing) {
            watched.computeIfAbsent(window, added -> {
                InvalidationListener listener = change -> publish();
                geometry(added).forEach(value -> value.addListener(listener));
                return listener;
            });
        }
        publish();
    }

    private static List<Observable> geometry(Window window) {
        return List.of(
                window.xProperty(),
                window.yProperty(),
                window.widthProperty(),
                window.heightProperty(),
                window.outputScaleXProperty(),
                window.outputScaleYProperty(),
                window.focusedProperty(),
                window.showingProperty());
    }

    private void publish() {
        List<Area> areas = new ArrayList<>();
        boolean focused = false;
        boolean asking = false;
        for (Window window : Window.getWindows()) {
            focused |= window.isShowing() && window.isFocused();
            asking |= window.isShowing() && window.getProperties().containsKey(QUESTION);
            if (window.isShowing() && window.getWidth() > 0 && window.getHeight() > 0) {
                areas.add(physical(
                        window.getX(),
                        window.getY(),
                        window.getWidth(),
                        window.getHeight(),
                        window.getOutputScaleX(),
                        window.getOutputScaleY()));
            }
        }
        now = new Snapshot(List.copyOf(areas), focused, asking);
    }

    /** Rounded outwards: a pixel that a window touches belongs to it. */
    static Area physical(double x, double y, double width, double height, double scaleX, double scaleY) {
        int left = (int) Math.floor(x * scaleX);
        int top = (int) Math.floor(y * scaleY);
        int right = (int) Math.ceil((x + width) * scaleX);
        int bottom = (int) Math.ceil((y + height) * scaleY);
        return new Area(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
