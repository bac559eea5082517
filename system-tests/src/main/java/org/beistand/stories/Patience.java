package org.beistand.stories;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for something to be seen, looking again and again, and says what never came. */
public final class Patience implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final ScheduledExecutorService looking = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().name("patience").daemon(true).factory());

    public <T> T until(String what, Duration atMost, Supplier<Optional<T>> look) throws StoryFailed {
        CompletableFuture<T> seen = new CompletableFuture<>();
        ScheduledFuture<?> again = looking.scheduleWithFixedDelay(
                () -> {
                    try {
                        look.get().ifPresent(seen::complete);
                    } catch (RuntimeException e) {
                        seen.completeExceptionally(e);
                    }
                },
                0,
                LOOK_AGAIN.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return seen.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoryFailed("this did not happen within " + atMost.toSeconds() + " s: " + what);
        } catch (ExecutionException e) {
            throw new StoryFailed("looking failed: " + what + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed("interrupted: " + what);
        } finally {
            again.cancel(false);
        }
    }

    /** That nothing happens can only be waited for. */
    public void hold(String what, Duration time, Supplier<Boolean> stillSo) throws StoryFailed {
        long end = System.nanoTime() + time.toNanos();
        until(what, time.plusSeconds(20), () -> {
            if (!stillSo.get()) {
                throw new IllegalStateException("it happened after all");
            }
            return System.nanoTime() >= end ? Optional.of(true) : Optional.empty();
        });
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
