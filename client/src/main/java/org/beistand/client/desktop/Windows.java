package org.beistand.client.desktop;

import java.util.List;
import java.util.Optional;

/** The windows on the desktop. Safe for any thread. */
public interface Windows extends AutoCloseable {
    /** Visible windows, the lowest first; none where they cannot be read. */
    List<DesktopWindow> stacked();

    /** The window that keys go to. */
    Optional<DesktopWindow> focused();

    /** The same windows with the moment at which they stood so; empty if they cannot be read, which is not the same as none. */
    default Optional<Stacking> stacking() {
        List<DesktopWindow> now = stacked();
        return Optional.of(new Stacking(now.hashCode(), now));
    }

    /**
     * What has happened to windows between that moment and the last {@link #stacking}, even if it was undone at once.
     *
     * @param moment of a {@link Stacking} of this object
     * @return empty if nobody can tell
     */
    default Optional<List<Touch>> touchedSince(long moment) {
        return Optional.empty();
    }

    /** Whether the picture on the screen may come later than the windows, because somebody puts it together from them. */
    default boolean areComposed() {
        return false;
    }

    @Override
    void close();

    /** What a window is for. */
    enum Use {
        /** A program's own, its dialogs and menus too. */
        PROGRAM,
        /** The picture behind all windows, with its icons. */
        BACKGROUND,
        /** A taskbar or another bar at the edge. */
        TASKBAR
    }

    /**
     * @param id as the platform counts
     * @param program the name of its program, empty if unknown
     * @param process its process, -1 if unknown
     * @param area what belongs to it, without its shadow
     * @param reach all that it may draw on, its shadow included
     * @param opaque where nothing beneath shines through
     * @param owner the window that it was opened for, 0 if none
     * @param menu whether it is one of those that come and go with another window, such as a menu or a tip
     * @param untouchable whether clicks pass through it
     */
    record DesktopWindow(
            long id,
            String title,
            String program,
            long process,
            Area area,
            Area reach,
            List<Area> opaque,
            Use use,
            long owner,
            boolean menu,
            boolean untouchable) {
        public DesktopWindow {
            opaque = List.copyOf(opaque);
        }

        /** A plain window of a program, a solid rectangle. */
        public DesktopWindow(long id, String title, String program, long process, Area area) {
            this(id, title, program, process, area, area, List.of(area), Use.PROGRAM, 0, false, false);
        }

        /** The same window, of that process. */
        public DesktopWindow of(long itsProcess) {
            return new DesktopWindow(
                    id, title, program, itsProcess, area, reach, opaque, use, owner, menu, untouchable);
        }
    }

    /**
     * @param moment a number that is another one after anything has happened to any window
     * @param windows the lowest first
     */
    record Stacking(long moment, List<DesktopWindow> windows) {
        public Stacking {
            windows = List.copyOf(windows);
        }
    }

    /**
     * Something has happened to a window.
     *
     * @param window as far as it is known, empty if it was gone before anybody could ask
     * @param area where it was, or where it came to be
     * @param appeared whether it came, went or got another place among the others, and was not only moved
     */
    record Touch(Optional<DesktopWindow> window, Area area, boolean appeared) {}
}
