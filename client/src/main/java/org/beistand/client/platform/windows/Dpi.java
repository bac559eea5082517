package org.beistand.client.platform.windows;

/** Windows tells a thread lies about sizes and places, for the sake of old programs, until it says that it can take the truth. */
final class Dpi {
    /** From {@code windef.h}. */
    private static final long DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2 = -4;

    private Dpi() {}

    /** From now on this thread sees physical pixels. Costs nothing if it does already. */
    static void seePixels() {
        User32.setThreadDpiAwareness(DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2);
    }
}
