package org.beistand.client.platform.windows;

import java.util.List;
import org.beistand.client.desktop.Area;

/** Where events go, and what has to be known of the machine to make them. */
interface Injection {
    /** In one go: nothing that somebody does at the machine comes in between. */
    void send(List<InputEvent> events);

    /** All monitors together, with Windows' own coordinates: the first monitor begins at 0, 0, others may stand left of it. */
    Area virtualScreen();

    /** Whether the person has swapped the mouse's buttons; events mean the buttons before they are swapped. */
    boolean buttonsAreSwapped();
}
