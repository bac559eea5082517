package org.beistand.client.platform.x11;

import java.util.List;
import java.util.Optional;
import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/** A way to the pixels of the root window. Used under the connection's monitor. */
sealed interface RootImage extends AutoCloseable permits SharedRootImage, SentRootImage {
    /**
     * Brings an area of the picture up to date.
     *
     * @param area lies inside both the screen and the picture
     * @return where it was not up to date, from above to below; empty if the server refused, because its size has just changed
     */
    Optional<List<Area>> fetch(Area area, Picture into);

    @Override
    void close();
}
