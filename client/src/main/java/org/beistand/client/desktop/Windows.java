package org.beistand.client.desktop;

import java.util.List;
import java.util.Optional;

/** The windows on the desktop. Safe for any thread. */
public interface Windows extends AutoCloseable {
    /** Visible windows, the lowest first. */
    List<DesktopWindow> stacked();

    /** The window that keys go to. */
    Optional<DesktopWindow> focused();

    @Override
    void close();

    /**
     * @param id as the platform counts
     * @param program the name of its program, empty if unknown
     * @param process its process, -1 if unknown
     */
    record DesktopWindow(long id, String title, String program, long process, Area area) {}
}
