package org.beistand.client.session;

import java.util.Optional;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;

/** How the parts of a session speak: to another person, to the report, and to this person. On the session's thread only. */
interface Talk {
    ParticipantId self();

    /** Seals and sends at once. To somebody who is not there it says nothing. */
    void say(ParticipantId to, SessionMessage message);

    /** Seals and sends when the line has room, if it is still allowed at that moment. In order for each kind and person. */
    void sayLater(ParticipantId to, SessionMessage message, Guard guard);

    /** For the report. */
    void state(Statement statement);

    /** @param refused how often it was refused since this was told last; 0 if nothing was */
    void notify(ParticipantId about, Optional<Permission> permission, Reason reason, int refused);

    /** Something that was not refused. */
    default void notify(ParticipantId about, Optional<Permission> permission, Reason reason) {
        notify(about, permission, reason, 0);
    }

    /** The same, about one right. */
    default void notify(ParticipantId about, Permission permission, Reason reason) {
        notify(about, Optional.of(permission), reason);
    }

    /** Something that can be seen has changed. */
    void changed();

    /** Decides at the last moment, and holds off whoever would forbid it until it is done. */
    interface Guard {
        /** Runs it if it is allowed now. */
        boolean whileAllowed(Runnable act);

        /** It will never be sent. */
        default void dropped() {}
    }
}
