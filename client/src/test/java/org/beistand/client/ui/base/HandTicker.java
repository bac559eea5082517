package org.beistand.client.ui.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time in the test's hand: a ticker and a clock that go only when the test turns them. */
public final class HandTicker implements Ticker, InstantSource {
    private final List<Task> tasks = new ArrayList<>();
    private Instant now;

    public HandTicker(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public Running after(Duration delay, Runnable task) {
        return add(delay, Optional.empty(), task);
    }

    @Override
    public Running every(Duration period, Runnable task) {
        return add(period, Optional.of(period), task);
    }

    private synchronized Running add(Duration delay, Optional<Duration> period, Runnable work) {
        Task task = new Task(now.plus(delay), period, work);
        tasks.add(task);
        return () -> remove(task);
    }

    private synchronized void remove(Task task) {
        tasks.removeIf(one -> one.work == task.work);
    }

    /** Lets time go on; to be called on the thread of the windows. */
    public void turn(Duration by) {
        Instant end = instant().plus(by);
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            next.get().work.run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized Optional<Task> next(Instant end) {
        Optional<Task> next =
                tasks.stream().filter(task -> !task.due.isAfter(end)).min(Comparator.comparing(Task::due));
        next.ifPresent(task -> {
            now = task.due;
            tasks.remove(task);
            task.period.ifPresent(period -> tasks.add(new Task(task.due.plus(period), task.period, task.work)));
        });
        return next;
    }

    private record Task(Instant due, Optional<Duration> period, Runnable work) {}
}
