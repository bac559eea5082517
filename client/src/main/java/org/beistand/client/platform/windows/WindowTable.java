package org.beistand.client.platform.windows;

import java.util.List;
import org.beistand.client.desktop.Area;

/** What Windows says of its windows. Areas are in its own coordinates. */
interface WindowTable {
    /** All that stand on their own, the highest first, whether they are seen or not. */
    List<Long> handles();

    Facts facts(long window);

    /** The window that keys go to, 0 if there is none. */
    long foreground();

    Area virtualScreen();

    /**
     * @param cloaked it lies there and is not shown, as on another desktop
     * @param passedThrough clicks go to what is beneath it
     * @param translucent what is beneath may shine through
     * @param outer with the edge by which it is resized, which is not seen
     * @param frame as it is seen
     * @param kind the name of its window class
     * @param process 0 if unknown
     * @param owner the window that it was opened for, 0 if none
     * @param dotsPerInch 96 are 100 percent
     */
    record Facts(
            boolean visible,
            boolean minimized,
            boolean cloaked,
            boolean passedThrough,
            boolean translucent,
            Area outer,
            Area frame,
            String title,
            String kind,
            long process,
            long owner,
            int dotsPerInch) {
        boolean isSeen() {
            return visible && !minimized && !cloaked && !outer.isEmpty();
        }
    }
}
