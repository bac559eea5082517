package org.beistand.client.platform.x11;

import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;

/** A way to the pixels of the root window. Used under the connection's monitor. */
sealed interface RootImage extends AutoCloseable permits SharedRootImage, SentRootImage {
    /**
     * @param area lies inside both the screen and the picture
     * @return false if the server refused, because its size has just changed
     */
    boolean fetch(Area area, Picture into);

    @Override
    void close();
}
