package org.beistand.client.platform.macos;

import java.util.Optional;
import org.beistand.client.platform.macos.Geometry.Spot;
import org.beistand.client.platform.pixels.PixelRows;

/** Takes pictures of displays. */
interface Photographer extends AutoCloseable {
    DisplayMap displays();

    /** @return empty if there is none at this moment; else good until the next one of that display */
    Optional<PixelRows> take(DisplayMap.Placed display);

    /** Where the pointer is. */
    Spot pointer();

    @Override
    void close();
}
