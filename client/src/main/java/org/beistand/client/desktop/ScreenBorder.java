package org.beistand.client.desktop;

import java.util.List;

/** Thin coloured strips on the screen that mark something for its owner, such as what others see. They stand above all windows, and every click goes through. */
public interface ScreenBorder extends AutoCloseable { // 001-51
    /**
     * Makes it so, and brings strips to the front again that something has covered. Safe for any thread.
     *
     * @param strips in place of those before
     * @param paused whether the picture stands still: another colour, and broken lines for those who see no colours
     */
    void show(List<Area> strips, boolean paused);

    @Override
    void close();
}
