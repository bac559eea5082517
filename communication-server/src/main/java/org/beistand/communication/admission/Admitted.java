package org.beistand.communication.admission;

import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;

/** The proof that the operator server named this person for this session. Only {@link Admission} makes one. */
public final class Admitted {
    private final SessionId session;
    private final Role role;
    private final PersonName name;
    private final String organisation;

    Admitted(Ticket ticket) {
        session = ticket.session();
        role = ticket.role();
        name = ticket.name();
        organisation = ticket.organisation();
    }

    public SessionId session() {
        return session;
    }

    public Role role() {
        return role;
    }

    public PersonName name() {
        return name;
    }

    /** Empty for an attendee. */
    public String organisation() {
        return organisation;
    }
}
