package org.beistand.client.release;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;

/**
 * The still picture. When {@link #begin} has returned, not one byte of new picture is sealed until {@link #end}: whoever seals
 * picture bytes does so within {@link #unlessPaused}. Safe for any thread.
 */
public final class Pause { // 001-62 001-63 001-65
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong pictureBytes = new AtomicLong();
    private boolean paused;
    private long bytesAtBegin;

    /** Returns once everything that was being sealed is sealed; false if it was paused already. */
    public boolean begin() {
        lock.writeLock().lock();
        try {
            if (paused) {
                return false;
            }
            paused = true;
            bytesAtBegin = pictureBytes.get();
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * @return the bytes of picture that were sealed during the pause, as counted where they are sealed; negative if there was
     *     no pause
     */
    public long end() {
        lock.writeLock().lock();
        try {
            if (!paused) {
                return -1;
            }
            paused = false;
            return pictureBytes.get() - bytesAtBegin;
        } finally {
            lock.writeLock().unlock();
        }
    }

    public boolean isPaused() {
        lock.readLock().lock();
        try {
            return paused;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs it while no pause can begin, or not at all. */
    public boolean unlessPaused(BooleanSupplier act) {
        lock.readLock().lock();
        try {
            return !paused && act.getAsBoolean();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Counts bytes of picture at the place where they are sealed, paused or not: the proof must be able to fail. */
    public void sealedPicture(long bytes) {
        pictureBytes.addAndGet(bytes);
    }
}
