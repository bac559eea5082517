package org.beistand.client.platform.windows;

import org.beistand.client.desktop.ScreenSource.Shape;

/** Where the pointer is, and what it looks like. */
interface PointerLook {
    /**
     * @param x in Windows' coordinates
     * @param look changes when the shape does
     */
    record Place(int x, int y, boolean visible, long look) {}

    Place place();

    /** @return the same object for the same shape, as far as it remembers */
    Shape shape(Place place);
}
