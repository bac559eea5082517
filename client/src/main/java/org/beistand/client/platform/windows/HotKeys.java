package org.beistand.client.platform.windows;

/** Keys that Windows tells a thread of, whatever program has the focus. All but {@link #end} are called on that one thread. */
interface HotKeys {
    /** What the thread was told. */
    enum Heard {
        PRESSED,
        SOMETHING_ELSE,
        END
    }

    /** The number by which {@link #end} finds this thread. */
    int thread();

    /**
     * Claims F11 together with some modifiers.
     *
     * @param modifiers 1 Alt, 2 Control, 4 Shift, 8 the flag
     * @return false if another program has it
     */
    boolean claim(int modifiers);

    /** Waits. */
    Heard await();

    /** Makes a thread hear {@link Heard#END}. */
    void end(int thread);
}
