package org.beistand.client.platform.windows;

import java.util.Optional;

/** Opens a way to the pixels. */
interface Captures {
    /**
     * @return empty if there is none at this moment, because Windows shows another desktop or is changing this one; it will pass
     * @throws Capture.Lost if there is none at all
     */
    Optional<Capture> open() throws Capture.Lost;
}
