package org.beistand.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer whose time passes when the test says so; what is due runs on the test's thread. */
public final class TestTimer extends ScheduledThreadPoolExecutor {
    private final TestClock clock;
    private final List<Due> dues = new ArrayList<>();

    public TestTimer(TestClock clock) {
        super(0);
        this.clock = clock;
    }

    private final class Due extends FutureTask<Void> implements RunnableScheduledFuture<Void> {
        private final Runnable task;
        private Instant at;
        private final Duration period;

        Due(Runnable task, Instant at, Duration period) {
            super(task, null);
            this.task = task;
            this.at = at;
            this.period = period;
        }

        @Override
        public boolean isPeriodic() {
            return !period.isZero();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), at));
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return add(task, Duration.ofNanos(unit.toNanos(delay)), Duration.ZERO);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
        return add(task, Duration.ofNanos(unit.toNanos(initial)), Duration.ofNanos(unit.toNanos(delay)));
    }

    private synchronized Due add(Runnable task, Duration delay, Duration period) {
        Due due = new Due(task, clock.instant().plus(delay), period);
        dues.add(due);
        return due;
    }

    /** Lets time pass, and everything happen that is due meanwhile. */
    public void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        Due next = nextUntil(end);
        while (next != null) {
            clock.pass(Duration.between(clock.instant(), next.at));
            next.task.run();
            if (next.isPeriodic()) {
                next.at = clock.instant().plus(next.period);
                synchronized (this) {
                    dues.add(next);
                }
            }
            next = nextUntil(end);
        }
        clock.pass(Duration.between(clock.instant(), end));
    }

    private synchronized Due nextUntil(Instant end) {
        dues.removeIf(Due::isCancelled);
        Due next = dues.stream().min(Comparator.comparing(due -> due.at)).orElse(null);
        if (next == null || next.at.isAfter(end)) {
            return null;
        }
        dues.remove(next);
        return next;
    }
}
