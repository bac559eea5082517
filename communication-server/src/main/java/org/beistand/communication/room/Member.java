package org.beistand.communication.room;

import org.beistand.communication.admission.Admitted;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.value.ParticipantId;

/** Somebody in a room or in its lobby. */
public record Member(ParticipantId id, Admitted person) {
    Knocked knocked() {
        return new Knocked(id, person.role(), person.name(), person.organisation());
    }

    Entered entered() {
        return new Entered(id, person.role(), person.name(), person.organisation());
    }
}
