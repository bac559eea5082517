package org.beistand.client.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.beistand.client.session.SessionView.Notice;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/** What happened lately. Belongs to the session's thread. */
final class Notices {
    private static final int KEPT = 20;

    private final Deque<Notice> lately = new ArrayDeque<>();
    private int lastSerial;

    void add(Optional<ParticipantId> about, Optional<Permission> permission, Reason reason, int refused) {
        lately.addLast(new Notice(++lastSerial, about, permission, reason, refused));
        if (lately.size() > KEPT) {
            lately.removeFirst();
        }
    }

    List<Notice> lately() {
        return List.copyOf(lately);
    }
}
