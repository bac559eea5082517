package org.beistand.client.session;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Monitor;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;
import org.beistand.protocol.session.screen.PictureMasked;

/** Shows the screen of another computer. Called from a thread of the session, which waits for each call to return. */
public interface Viewer {
    /** A picture of this size begins; it will be passed to every {@link #show}. */
    void begin(int width, int height);

    /**
     * The picture has changed in these areas. It may be read until {@code shown} is run, on any thread; it is not changed
     * before that. Running it also asks for the next picture.
     */
    void show(Picture picture, List<Area> changed, Runnable shown);

    /** Where the owner's pointer is. */
    void pointer(int x, int y, boolean visible);

    void pointerShape(ScreenSource.Shape shape);

    /**
     * How sharp the picture is that was shown last. Told whenever it becomes another one; a picture begins sharp. Text is always
     * sharp, only photographs and films may be coarse for a while.
     */
    default void sharpness(Sharpness sharpness) {}

    /**
     * The owner's monitors, each within the picture that began last; empty if they are not known. Told after the picture began
     * and whenever they change.
     */
    default void monitors(List<Monitor> monitors) {}

    /** A click or a turn of the wheel at this pixel was stopped, because the place had changed. */
    default void stopped(int x, int y) {}

    /** What the owner lets be seen from here on. In place of the rest the picture is grey, which is no fault. */
    default void masked(PictureMasked masked) {}

    /** The owner paused the picture: it stands still, and that can be seen. */
    void paused(boolean paused);

    /** There are no pictures any more. */
    void end();

    /**
     * @param coarse areas in which pixels may differ a little from those of the owner; none if the picture is bit by bit the same
     * @param slowLine whether it is coarser than usual, because the line has no room for more. Otherwise something in it moves,
     *     or has just come to rest and is being sharpened
     */
    record Sharpness(List<Area> coarse, boolean slowLine) {
        public static final Sharpness EXACT = new Sharpness(List.of(), false);

        public Sharpness {
            coarse = List.copyOf(coarse);
        }

        public boolean isExact() {
            return coarse.isEmpty();
        }
    }
}
