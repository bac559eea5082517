package org.beistand.client.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * Counts what was tried without a valid right, and tells the report and the one who tried: the first time at once, so that
 * nobody can try and be gone before it is noted, then once a second and at the end, however many there were. Whoever goes on and
 * on comes into the report more seldom, with all that he tried since: a report holds only so much, and he must not fill it up
 * before he does what should stand in it. Belongs to the session's thread.
 */
final class Refusals {
    /** What happened on her screen, and not only in the other person's program. */
    private static final Set<Reason> OWNER_READS =
            Set.of(Reason.PLACE_CHANGED, Reason.PLACE_NOT_SEEN, Reason.NOT_RELEASED);

    /** Entries in the report about one person; in eight hours a thousand, which is half of what one witness may say. */
    private static final int ENTRIES_AT_ONCE = 20;

    private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(30);

    private record Kind(ParticipantId who, Permission permission, Reason reason) {}

    private static final class Count {
        int untold;
        int unreported;
    }

    /** Those that came into the report last are the last ones here. */
    private final Map<Kind, Count> counted = new LinkedHashMap<>();

    private final Map<ParticipantId, Allowance> allowances = new HashMap<>();
    private final Talk talk;
    private final InstantSource clock;

    Refusals(Talk talk, InstantSource clock) {
        this.talk = talk;
        this.clock = clock;
    }

    void add(ParticipantId who, Permission permission, Reason reason) {
        Kind kind = new Kind(who, permission, reason);
        boolean first = !counted.containsKey(kind);
        count(kind).untold++;
        if (first) {
            tell(kind);
            report(kind);
        }
    }

    /** Only for the report: whoever tried this is answered otherwise. */
    void note(ParticipantId who, Permission permission, Reason reason) {
        Kind kind = new Kind(who, permission, reason);
        boolean first = !counted.containsKey(kind);
        count(kind);
        if (first) {
            report(kind);
        }
    }

    private Count count(Kind kind) {
        Count count = counted.computeIfAbsent(kind, unseen -> new Count());
        count.unreported++;
        return count;
    }

    /** Called once a second. What was not tried again is told at once the next time. */
    void tell() {
        counted.values().removeIf(count -> count.untold == 0 && count.unreported == 0);
        for (Kind kind : List.copyOf(counted.keySet())) {
            tell(kind);
            report(kind);
        }
    }

    /** This person is gone; all that is not in the report yet comes into it now. */
    void forget(ParticipantId who) {
        counted.entrySet().removeIf(one -> {
            boolean his = one.getKey().who().equals(who);
            if (his && one.getValue().unreported > 0) {
                state(one.getKey(), one.getValue());
            }
            return his;
        });
        allowances.remove(who);
    }

    /** The session is over. */
    void close() {
        List.copyOf(counted.keySet()).forEach(kind -> forget(kind.who()));
    }

    private void tell(Kind kind) {
        Count count = counted.get(kind);
        if (count == null || count.untold == 0) {
            return;
        }
        int times = count.untold;
        count.untold = 0;
        talk.say(kind.who(), new ActionRefused(kind.permission(), kind.reason(), times));
        if (OWNER_READS.contains(kind.reason())) {
            talk.notify(kind.who(), Optional.of(kind.permission()), kind.reason(), times);
        }
    }

    private void report(Kind kind) {
        Count count = counted.get(kind);
        if (count == null || count.unreported == 0) {
            return;
        }
        Allowance allowance = allowances.computeIfAbsent(kind.who(), unseen -> new Allowance(clock.instant()));
        if (allowance.take(clock.instant())) {
            state(kind, count);
            // Others have their turn first the next time.
            counted.remove(kind);
            counted.put(kind, count);
        }
    }

    private void state(Kind kind, Count count) {
        talk.state(new ActionsRefused(kind.who(), kind.permission(), kind.reason(), count.unreported));
        count.unreported = 0;
    }

    /** Of entries in the report. */
    private static final class Allowance {
        private int left = ENTRIES_AT_ONCE;
        private Instant filled;

        Allowance(Instant now) {
            this.filled = now;
        }

        boolean take(Instant now) {
            long more = Duration.between(filled, now).dividedBy(ONE_MORE_EVERY);
            if (more > 0) {
                left = (int) Math.min(ENTRIES_AT_ONCE, left + more);
                filled = filled.plus(ONE_MORE_EVERY.multipliedBy(more));
            }
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }
}
