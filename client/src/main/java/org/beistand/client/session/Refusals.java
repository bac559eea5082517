package org.beistand.client.session;

import java.util.LinkedHashMap;
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
 * nobody can try and be gone before it is noted, then once a second and at the end, however many there were. Belongs to the
 * session's thread.
 */
final class Refusals {
    /** What happened on her screen, and not only in the other person's program. */
    private static final Set<Reason> OWNER_READS =
            Set.of(Reason.PLACE_CHANGED, Reason.PLACE_NOT_SEEN, Reason.NOT_RELEASED);

    private record Kind(ParticipantId who, Permission permission, Reason reason) {}

    private final Map<Kind, Integer> counted = new LinkedHashMap<>();
    private final Talk talk;

    Refusals(Talk talk) {
        this.talk = talk;
    }

    void add(ParticipantId who, Permission permission, Reason reason) {
        Kind kind = new Kind(who, permission, reason);
        if (counted.containsKey(kind)) {
            counted.merge(kind, 1, Integer::sum);
        } else {
            counted.put(kind, 0);
            tell(kind, 1);
        }
    }

    /** Called once a second. What was not tried again is told at once the next time. */
    void tell() {
        counted.values().removeIf(count -> count == 0);
        counted.forEach(this::tell);
        counted.replaceAll((kind, count) -> 0);
    }

    private void tell(Kind kind, int count) {
        talk.state(new ActionsRefused(kind.who(), kind.permission(), kind.reason(), count));
        talk.say(kind.who(), new ActionRefused(kind.permission(), kind.reason(), count));
        if (OWNER_READS.contains(kind.reason())) {
            talk.notify(kind.who(), Optional.of(kind.permission()), kind.reason(), count);
        }
    }
}
