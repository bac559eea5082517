package org.beistand.operator.login;

import java.time.Duration;
import java.time.Instant;
import org.beistand.protocol.value.Reason;

/** The answer to a ticket that was shown. */
public sealed interface TicketOutcome {
    /** It can be read; now it has to be bound to the connection. */
    record Taken(Tickets.Shown ticket, String address, Instant since) implements TicketOutcome {}

    /** @param pause how long to wait before another try, zero if at once */
    record Denied(Reason reason, Duration pause) implements TicketOutcome {}
}
