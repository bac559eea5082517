package org.beistand.operator.login;

import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.beistand.crypto.secret.PasswordHash;
import org.beistand.crypto.secret.Secret;

/**
 * The place where passwords are hashed. One hash takes 64 MiB and a good part of a second, so only a few run at once, a few
 * wait, and the rest are told that the server is busy.
 */
public final class PasswordWork implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final PasswordHash.Cost cost;
    private final SecureRandom random;

    /** No place is free, not even to wait. */
    public static final class Busy extends Exception {
        Busy() {
            super("too many passwords at once", null, false, false);
        }
    }

    /**
     * @param atOnce hashes at the same time
     * @param waiting more that may wait for their turn
     * @param cost of one
     */
    public PasswordWork(int atOnce, int waiting, PasswordHash.Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("passwords-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    String hash(Secret password) throws Busy {
        return done(() -> PasswordHash.hash(password, cost, random));
    }

    boolean verify(String stored, Secret password) throws Busy {
        return done(() -> PasswordHash.verify(stored, password, cost));
    }

    /** Takes as long as {@link #verify} and always says no. */
    boolean verifyAgainstNobody(Secret password) throws Busy {
        return done(() -> PasswordHash.verifyAgainstNobody(password, cost));
    }

    private <T> T done(Callable<T> work) throws Busy {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Busy();
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
