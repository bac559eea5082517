package org.beistand.client.ui.base;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ticks by a clock of its own. An animation of JavaFX would do the same, but as long as one runs, every window is looked through
 * at every pulse, although nothing moves.
 */
public final class ClockTicker implements Ticker {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("beistand-ticker").daemon(true).factory());
    private final Executor windows;

    /** @param windows runs tasks on the FX thread, in order */
    public ClockTicker(Executor windows) {
        this.windows = windows;
    }

    @Override
    public Running after(Duration delay, Runnable task) {
        Tick tick = new Tick(task);
        return tick.by(clock.schedule(tick::isDue, delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public Running every(Duration period, Runnable task) {
        Tick tick = new Tick(task);
        return tick.by(
                clock.scheduleAtFixedRate(tick::isDue, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS));
    }

    private final class Tick {
        private final Runnable task;
        /** One that the windows had no time for yet is not joined by a second one. */
        private final AtomicBoolean waits = new AtomicBoolean();

        private volatile boolean stopped;

        Tick(Runnable task) {
            this.task = task;
        }

        Running by(Future<?> ticking) {
            return () -> {
                stopped = true;
                ticking.cancel(false);
            };
        }

        void isDue() {
            if (!waits.getAndSet(true)) {
                windows.execute(this::run);
            }
        }

        private void run() {
            waits.set(false);
            if (!stopped) {
                task.run();
            }
        }
    }
}
