package org.beistand.operator.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.beistand.operator.number.Tries;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs in who is signed in at the domain: the ticket says who he is, the directory says what he may do. Whatever is wrong with a
 * ticket has one answer; the log has the reason. May block; not for event loops.
 */
final class TicketSignIn { // 001-42
    private static final Logger LOG = LoggerFactory.getLogger(TicketSignIn.class);
    /** Programs answer each other in an instant. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Tickets tickets;
    private final DirectorySignIn directory;
    private final Tries triesByAddress;
    private final Clock clock;

    TicketSignIn(Tickets tickets, DirectorySignIn directory, Tries triesByAddress, Clock clock) {
        this.tickets = tickets;
        this.directory = directory;
        this.triesByAddress = triesByAddress;
        this.clock = clock;
    }

    TicketOutcome show(Octets token, String address) {
        Optional<Duration> pause = triesByAddress.begin(address);
        if (pause.isPresent()) {
            return new TicketOutcome.Denied(Reason.TOO_MANY_TRIES, pause.get());
        }
        return tickets.read(token)
                .<TicketOutcome>map(shown -> new TicketOutcome.Taken(shown, address, clock.instant()))
                .orElseGet(() -> new TicketOutcome.Denied(Reason.DOMAIN_SIGN_IN_REFUSED, Duration.ZERO));
    }

    SignInOutcome bind(TicketOutcome.Taken taken, Octets mic) {
        Instant now = clock.instant();
        boolean inTime =
                !now.isBefore(taken.since()) && now.isBefore(taken.since().plus(PATIENCE));
        if (!inTime || !taken.ticket().isBoundBy(mic)) {
            LOG.warn(
                    "a ticket was not bound to its connection: {}", inTime ? "another certificate or key" : "too late");
            return new SignInOutcome.Denied(Reason.DOMAIN_SIGN_IN_REFUSED, Duration.ZERO);
        }
        triesByAddress.succeeded(taken.address());
        return directory.signInHolder(taken.ticket().holder());
    }
}
