package org.beistand.client.release;

import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.beistand.client.desktop.Monitor;

/**
 * What is shared now. When {@link #choose} has returned, no picture leaves and no input acts that was released under an older
 * choice. Safe for any thread.
 */
public final class Sharing {
    /** @param number counts the choices */
    public record Choice(int number, Share share) {}

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Choice now = new Choice(0, Share.EVERYTHING);

    /** @return false if it was so already */
    public boolean choose(Share share) {
        lock.writeLock().lock();
        try {
            if (now.share().equals(share)) {
                return false;
            }
            now = new Choice(now.number() + 1, share);
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A monitor that is shown is shown where it stands now. @return what is shared then */
    Choice follow(List<Monitor> monitors) {
        Choice chosen = now();
        if (!(chosen.share().scope() instanceof Share.Monitor one)
                || one.among(monitors).equals(one)) {
            return chosen;
        }
        lock.writeLock().lock();
        try {
            if (now.number() == chosen.number()) {
                Share share = chosen.share();
                now = new Choice(now.number() + 1, new Share(one.among(monitors), share.background(), share.taskbar()));
            }
            return now;
        } finally {
            lock.writeLock().unlock();
        }
    }

    public Choice now() {
        lock.readLock().lock();
        try {
            return now;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs it while that choice stands and cannot be changed, or not at all. */
    boolean whileChosen(Choice choice, BooleanSupplier act) {
        lock.readLock().lock();
        try {
            return now.number() == choice.number() && act.getAsBoolean();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs it with what is shared now, which cannot be changed meanwhile. */
    <T> T with(Function<Share, T> act) {
        lock.readLock().lock();
        try {
            return act.apply(now.share());
        } finally {
            lock.readLock().unlock();
        }
    }
}
