package org.beistand.client.meeting;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.session.Session;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SessionKey;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionNumber;

/** The attendee's way: the number leads to a server, a key is made for this one session, and then she stands in the lobby. */
public final class AttendeeWay implements AttendeeDoor {
    private final Way way;

    public AttendeeWay(Way way) {
        this.way = way;
    }

    @Override
    public CompletableFuture<Session> join(SessionNumber number, PersonName name) {
        return Way.told(way.toOperator()
                .thenCompose(there -> there.desk()
                        .ask(new JoinSession(number, name), SessionFound.class)
                        .whenComplete((found, error) -> there.desk().close(Reason.SESSION_ENDED))
                        .thenCompose(this::enter)));
    }

    private CompletableFuture<Session> enter(SessionFound found) {
        Identity own = SessionKey.generate(way.random()).selfSigned(found.session(), way.clock());
        return way.toSession(
                Role.ATTENDEE,
                found.server(),
                found.ticket(),
                Optional.empty(),
                new GuestChannels(own, found.session(), way.anchors(), way.clock(), way.random()));
    }
}
