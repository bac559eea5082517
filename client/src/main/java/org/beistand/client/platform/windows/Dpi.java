package org.beistand.client.platform.windows;

/**
 * Windows tells a thread lies about sizes and places, for the sake of old programs, until it says that it can take the truth. As
 * long as this is open the thread sees physical pixels; what it saw before comes back then, for it may make windows as well.
 */
final class Dpi implements AutoCloseable {
    /** From {@code windef.h}. */
    private static final long DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2 = -4;

    private final long before = User32.setThreadDpiAwareness(DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2);

    private Dpi() {}

    static Dpi pixels() {
        return new Dpi();
    }

    @Override
    public void close() {
        if (before != 0) {
            User32.setThreadDpiAwareness(before);
        }
    }
}
