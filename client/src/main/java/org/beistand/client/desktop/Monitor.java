package org.beistand.client.desktop;

/**
 * One of the monitors that together make the screen.
 *
 * @param id the platform's own number: the same as long as this monitor is there
 * @param name as the person may know it, for example that of its socket; may be empty
 * @param area within {@link ScreenSource#bounds}, in the screen's physical pixels; monitors may show the same
 * @param scalePercent how much larger its desktop draws everything, 0 if that is not known
 */
public record Monitor(int id, String name, Area area, boolean primary, int scalePercent) {
    /** The only one of a screen whose monitors are not known. */
    public static Monitor whole(Area screen) {
        return new Monitor(0, "", screen, true, 0);
    }
}
