package org.beistand.communication.story;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A scheduler whose time passes only when it is told to. What is due runs in the thread that lets the time pass. */
public final class HandScheduler extends AbstractExecutorService implements ScheduledExecutorService {
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong((Alarm one) -> one.due).thenComparingLong(one -> one.order));
    private long now;
    private long order;

    /** Lets the time pass, step by step from alarm to alarm. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        for (Alarm next = nextUntil(end); next != null; next = nextUntil(end)) {
            next.task.run();
        }
        now = end;
    }

    /** Alarms that are still to come. */
    public synchronized int waiting() {
        return alarms.size();
    }

    private synchronized @org.jspecify.annotations.Nullable Alarm nextUntil(long end) {
        Alarm first = alarms.peek();
        if (first == null || first.due > end) {
            return null;
        }
        alarms.remove(first);
        now = Math.max(now, first.due);
        return first;
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        Alarm alarm = new Alarm(this, task, now + unit.toNanos(delay), order++);
        alarms.add(alarm);
        return alarm;
    }

    /** At the next {@link #pass}, even of no time. */
    @Override
    public void execute(Runnable task) {
        schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    private synchronized boolean remove(Alarm alarm) {
        return alarms.remove(alarm);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long delay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    /** One task to come. */
    private static final class Alarm implements ScheduledFuture<Object> {
        private final HandScheduler scheduler;
        private final Runnable task;
        private final long due;
        private final long order;
        private boolean cancelled;

        Alarm(HandScheduler scheduler, Runnable task, long due, long order) {
            this.scheduler = scheduler;
            this.task = task;
            this.due = due;
            this.order = order;
        }

        @Override
        public boolean cancel(boolean interrupt) {
            cancelled = scheduler.remove(this);
            return cancelled;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - scheduler.now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean isDone() {
            return cancelled;
        }

        @Override
        public Object get() {
            throw new CancellationException();
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            throw new CancellationException();
        }
    }
}
