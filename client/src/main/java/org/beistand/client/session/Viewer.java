package org.beistand.client.session;

import java.util.List;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource;

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

    /** The owner paused the picture: it stands still, and that can be seen. */
    void paused(boolean paused);

    /** There are no pictures any more. */
    void end();
}
