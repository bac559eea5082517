package org.beistand.client.ui.base;

import java.time.Duration;

/** Time as windows know it: tasks that run later on the FX thread. Tests turn it by hand. */
public interface Ticker {
    Running after(Duration delay, Runnable task);

    Running every(Duration period, Runnable task);

    /** A task that has not ended yet. */
    interface Running {
        void stop();
    }
}
