package org.beistand.client.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * The rights that others have on this computer. Safe for any thread: the security key, the windows and the network reach it at
 * the same time, and when {@link #withdraw} has returned nothing acts under that grant any more, whatever is still queued.
 *
 * <pre>
 *   (nothing) --allow--> live --withdraw | expiry | allowed anew--> ended, its epoch is never live again
 * </pre>
 */
public final class Gate { // 001-52 001-56 001-134
    private record Key(ParticipantId holder, Permission permission) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Grant> live = new HashMap<>();
    private final InstantSource clock;
    private int lastEpoch;

    public Gate(InstantSource clock) {
        this.clock = clock;
    }

    /** The owner says yes. An older grant of the same right to the same participant ends with it. */
    public Grant allow(ParticipantId holder, Permission permission, Duration lifetime) {
        lock.lock();
        try {
            Grant grant =
                    new Grant(holder, permission, ++lastEpoch, clock.instant().plus(lifetime));
            live.put(new Key(holder, permission), grant);
            return grant;
        } finally {
            lock.unlock();
        }
    }

    /** May this be done? Asked for every single action, with the epoch that the action names. */
    public <A> Verdict<A> permit(ParticipantId who, Permission permission, int epoch, A action) {
        lock.lock();
        try {
            Grant grant = live.get(new Key(who, permission));
            if (grant == null) {
                // An epoch that was once given out means that the right is over; any other never was one.
                return new Verdict.Refused<>(
                        epoch >= 1 && epoch <= lastEpoch ? Reason.GRANT_OUTDATED : Reason.NOT_PERMITTED);
            }
            if (grant.epoch() != epoch) {
                return new Verdict.Refused<>(Reason.GRANT_OUTDATED);
            }
            if (!clock.instant().isBefore(grant.expires())) {
                return new Verdict.Refused<>(Reason.GRANT_EXPIRED);
            }
            return new Verdict.Allowed<>(new Permitted<>(action, grant));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does something under a grant that is live at this very moment. A withdrawal waits until it is done, so it must be short.
     *
     * @return whether it was done
     */
    public boolean whileLive(Permitted<?> permitted, Runnable act) {
        lock.lock();
        try {
            Grant grant = permitted.grant();
            if (!isLive(grant)) {
                return false;
            }
            act.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The grant as it stands, if it does. */
    public Optional<Grant> find(ParticipantId holder, Permission permission) {
        lock.lock();
        try {
            return Optional.ofNullable(live.get(new Key(holder, permission))).filter(this::isLive);
        } finally {
            lock.unlock();
        }
    }

    /** The owner takes a right back, or its holder gives it back. */
    public Optional<Grant> withdraw(ParticipantId holder, Permission permission) {
        lock.lock();
        try {
            return Optional.ofNullable(live.remove(new Key(holder, permission)));
        } finally {
            lock.unlock();
        }
    }

    /** Takes this right back from everybody: what the security key does with remote control. */
    public List<Grant> withdrawAll(Permission permission) { // 001-66
        return remove(grant -> grant.permission() == permission);
    }

    /** Somebody is gone. */
    public List<Grant> withdrawAll(ParticipantId holder) {
        return remove(grant -> grant.holder().equals(holder));
    }

    /** The session is over. */
    public List<Grant> withdrawAll() {
        return remove(grant -> true);
    }

    /** Takes out the grants whose time is over. */
    public List<Grant> expire() {
        Instant now = clock.instant();
        return remove(grant -> !now.isBefore(grant.expires()));
    }

    public List<Grant> all() {
        lock.lock();
        try {
            return live.values().stream().filter(this::isLive).toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean isLive(Grant grant) {
        return grant.equals(live.get(new Key(grant.holder(), grant.permission())))
                && clock.instant().isBefore(grant.expires());
    }

    private List<Grant> remove(java.util.function.Predicate<Grant> which) {
        lock.lock();
        try {
            List<Grant> gone = new ArrayList<>();
            live.values().removeIf(grant -> which.test(grant) && gone.add(grant));
            return List.copyOf(gone);
        } finally {
            lock.unlock();
        }
    }
}
