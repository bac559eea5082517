package org.beistand.client.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/**
 * Counts what was tried without a valid right, and tells the report and the one who tried: once a second and at the end,
 * however many there were. Belongs to the session's thread.
 */
final class Refusals {
    private record Kind(ParticipantId who, Permission permission, Reason reason) {}

    private final Map<Kind, Integer> counted = new LinkedHashMap<>();
    private final Talk talk;

    Refusals(Talk talk) {
        this.talk = talk;
    }

    void add(ParticipantId who, Permission permission, Reason reason) {
        counted.merge(new Kind(who, permission, reason), 1, Integer::sum);
    }

    /** Called once a second. */
    void tell() {
        counted.forEach((kind, count) -> {
            talk.state(new ActionsRefused(kind.who(), kind.permission(), kind.reason(), count));
            talk.say(kind.who(), new ActionRefused(kind.permission(), kind.reason(), count));
        });
        counted.clear();
    }
}
