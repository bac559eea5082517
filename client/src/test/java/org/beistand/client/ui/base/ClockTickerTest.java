package org.beistand.client.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockTickerTest {
    private static final Duration SOON = Duration.ofMillis(5);

    /** What the windows were asked to do and have not done yet. */
    private final BlockingQueue<Runnable> windows = new LinkedBlockingQueue<>();

    private final Ticker ticker = new ClockTicker(windows::add);
    private final AtomicInteger done = new AtomicInteger();

    private Runnable next() throws InterruptedException {
        Runnable next = windows.poll(10, TimeUnit.SECONDS);
        assertNotNull(next);
        return next;
    }

    @Test
    void aTaskRunsOnceAfterItsDelay() throws InterruptedException {
        ticker.after(SOON, done::incrementAndGet);
        next().run();
        assertEquals(1, done.get());
        assertNull(windows.poll(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void aTaskRunsAgainAndAgainUntilItIsStopped() throws InterruptedException {
        Ticker.Running running = ticker.every(SOON, done::incrementAndGet);
        next().run();
        next().run();
        next().run();
        assertEquals(3, done.get());
        running.stop();
        for (Runnable late = windows.poll(); late != null; late = windows.poll(100, TimeUnit.MILLISECONDS)) {
            late.run();
        }
        assertEquals(3, done.get());
    }

    @Test
    void whatIsStoppedWhileItWaitsForTheWindowsDoesNotRun() throws InterruptedException {
        Ticker.Running running = ticker.after(SOON, done::incrementAndGet);
        Runnable waiting = next();
        running.stop();
        waiting.run();
        assertEquals(0, done.get());
    }

    @Test
    void windowsThatAreBusyFindOneTickAndNoPileOfThem() throws InterruptedException {
        ticker.every(SOON, done::incrementAndGet);
        Runnable first = next();
        assertNull(windows.poll(100, TimeUnit.MILLISECONDS));
        first.run();
        next().run();
        assertEquals(2, done.get());
    }

    @Test
    void aTaskThatFailsIsTriedAgainAtTheNextTick() throws InterruptedException {
        ticker.every(SOON, () -> {
            done.incrementAndGet();
            throw new IllegalStateException("wanted");
        });
        Runnable first = next();
        assertThrows(IllegalStateException.class, first::run);
        Runnable second = next();
        assertThrows(IllegalStateException.class, second::run);
        assertEquals(2, done.get());
    }
}
