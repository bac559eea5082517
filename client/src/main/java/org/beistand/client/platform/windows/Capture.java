package org.beistand.client.platform.windows;

import org.beistand.client.desktop.Area;
import org.beistand.client.desktop.Picture;
import org.beistand.client.desktop.ScreenSource.Grabbed;

/** A way to the pixels of the whole virtual screen. */
interface Capture extends AutoCloseable {
    /** All monitors, in Windows' coordinates, as they were when this was opened. */
    Area virtualScreen();

    /**
     * Waits a little, for as long as it takes but not much longer than that many milliseconds.
     *
     * @return whether the picture may have changed since the last {@link #grab}
     * @throws Lost if there are no more pictures this way; it is to be closed then
     */
    boolean awaitDrawing(int millis) throws Lost;

    /**
     * Brings the picture up to date.
     *
     * @param whole whether all of it is wanted, since the picture is a new one
     * @return as {@link org.beistand.client.desktop.ScreenSource#grab}
     */
    Grabbed grab(Picture into, boolean whole) throws Lost;

    @Override
    void close();

    /** The desktop, its size or the adapter is another one now. */
    final class Lost extends Exception {
        private static final long serialVersionUID = 1;

        Lost(String why) {
            super(why);
        }

        Lost(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
