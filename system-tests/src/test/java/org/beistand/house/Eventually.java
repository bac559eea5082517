package org.beistand.house;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again until something is so; real sockets and threads take their time. */
public final class Eventually {
    private static final long AT_MOST_SECONDS = 30;
    private static final ScheduledExecutorService LOOKING = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("eventually-", 0).daemon(true).factory());

    private Eventually() {}

    public static void so(String what, BooleanSupplier looked) throws Exception {
        get(what, () -> looked.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T get(String what, Supplier<Optional<T>> look) throws Exception {
        CompletableFuture<T> seen = new CompletableFuture<>();
        ScheduledFuture<?> again = LOOKING.scheduleWithFixedDelay(
                () -> {
                    try {
                        look.get().ifPresent(seen::complete);
                    } catch (Throwable e) {
                        seen.completeExceptionally(e);
                    }
                },
                0,
                10,
                TimeUnit.MILLISECONDS);
        try {
            return seen.get(AT_MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("this never happened: " + what);
        } finally {
            again.cancel(true);
        }
    }
}
