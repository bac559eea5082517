package org.beistand.client.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * The rights that others have on this computer. Safe for any thread: the security key, the windows and the network reach it at
 * the same time, and when {@link #withdraw} has returned nothing acts under that grant any more, whatever is still queued. It
 * waits for what acts under the same right at that moment and for nothing else, so a text that another program does not take
 * over keeps nobody from taking control back.
 *
 * <pre>
 *   (nothing) --allow--> live --withdraw | expiry | allowed anew--> ended, its epoch is never live again
 * </pre>
 */
public final class Gate { // 001-52 001-56 001-134
    private record Key(ParticipantId holder, Permission permission) {}

    /** One for each right: held by whoever acts under a right, or gives or ends it. To look at the grants takes none. */
    private final Map<Permission, ReentrantLock> locks = new ConcurrentHashMap<>();

    private final Map<Key, Grant> live = new ConcurrentHashMap<>();
    private final AtomicInteger lastEpoch = new AtomicInteger();
    private final InstantSource clock;

    public Gate(InstantSource clock) {
        this.clock = clock;
    }

    /** The owner says yes. An older grant of the same right to the same participant ends with it. */
    public Grant allow(ParticipantId holder, Permission permission, Duration lifetime) {
        return locked(permission, () -> {
            Grant grant = new Grant(
                    holder,
                    permission,
                    lastEpoch.incrementAndGet(),
                    clock.instant().plus(lifetime));
            live.put(new Key(holder, permission), grant);
            return grant;
        });
    }

    /** May this be done? Asked for every single action, with the epoch that the action names. */
    public <A> Verdict<A> permit(ParticipantId who, Permission permission, int epoch, A action) {
        Grant grant = live.get(new Key(who, permission));
        if (grant == null) {
            // An epoch that was once given out means that the right is over; any other never was one.
            return new Verdict.Refused<>(
                    epoch >= 1 && epoch <= lastEpoch.get() ? Reason.GRANT_OUTDATED : Reason.NOT_PERMITTED);
        }
        if (grant.epoch() != epoch) {
            return new Verdict.Refused<>(Reason.GRANT_OUTDATED);
        }
        if (!clock.instant().isBefore(grant.expires())) {
            return new Verdict.Refused<>(Reason.GRANT_EXPIRED);
        }
        return new Verdict.Allowed<>(new Permitted<>(action, grant));
    }

    /**
     * Does something under a grant that is live at this very moment. A withdrawal of this right waits until it is done, so it
     * must be short.
     *
     * @return whether it was done
     */
    public boolean whileLive(Permitted<?> permitted, Runnable act) {
        Grant grant = permitted.grant();
        return locked(grant.permission(), () -> {
            boolean may = isLive(grant);
            if (may) {
                act.run();
            }
            return may;
        });
    }

    /** The grant as it stands, if it does. */
    public Optional<Grant> find(ParticipantId holder, Permission permission) {
        return Optional.ofNullable(live.get(new Key(holder, permission))).filter(this::isLive);
    }

    /** The owner takes a right back, or its holder gives it back. */
    public Optional<Grant> withdraw(ParticipantId holder, Permission permission) {
        return locked(permission, () -> Optional.ofNullable(live.remove(new Key(holder, permission))));
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
        return live.values().stream().filter(this::isLive).toList();
    }

    private boolean isLive(Grant grant) {
        return grant.equals(live.get(new Key(grant.holder(), grant.permission())))
                && clock.instant().isBefore(grant.expires());
    }

    private List<Grant> remove(Predicate<Grant> which) {
        List<Grant> gone = new ArrayList<>();
        for (Grant grant : live.values()) {
            if (which.test(grant)
                    && locked(
                            grant.permission(),
                            () -> live.remove(new Key(grant.holder(), grant.permission()), grant))) {
                gone.add(grant);
            }
        }
        return List.copyOf(gone);
    }

    private <T> T locked(Permission permission, Supplier<T> act) {
        ReentrantLock lock = locks.computeIfAbsent(permission, unseen -> new ReentrantLock());
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }
}
