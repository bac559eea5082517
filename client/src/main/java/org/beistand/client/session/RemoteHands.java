package org.beistand.client.session;

import java.util.Optional;
import org.beistand.protocol.session.control.Sighting;

/** Mouse and keyboard for another computer, in pixels of its screen. Cheap, never waits. */
public interface RemoteHands {
    void pointer(int x, int y);

    /**
     * @param button 1 left, 2 middle, 3 right, 4 back, 5 forward
     * @param seen what is shown to the person around that place at this moment; without it nothing goes down
     */
    void button(int x, int y, int button, boolean down, Optional<Sighting> seen);

    /** Notches; right and down are positive. @param seen as for a button */
    void wheel(int x, int y, int horizontal, int vertical, Optional<Sighting> seen);

    /**
     * @param position USB HID usage (page 7) of the physical key, 0 if unknown
     * @param character Unicode code point that this side's layout makes of it, 0 if none
     * @param command whether it belongs to a shortcut
     */
    void key(int position, int character, boolean command, boolean down);

    /** The viewer lost the focus: nothing stays held. */
    void releaseAll();
}
