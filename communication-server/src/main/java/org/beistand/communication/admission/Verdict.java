package org.beistand.communication.admission;

import org.beistand.protocol.value.Reason;

/** What comes of an Attach. */
public sealed interface Verdict {
    record Welcome(Admitted person) implements Verdict {}

    /** @param reason TICKET_REFUSED whatever was wrong with the ticket; VERSION_UNSUPPORTED or SERVER_BUSY before that */
    record Refusal(Reason reason) implements Verdict {}
}
