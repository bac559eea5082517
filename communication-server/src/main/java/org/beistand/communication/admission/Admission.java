package org.beistand.communication.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.beistand.communication.admission.UsedTickets.Remembered;
import org.beistand.communication.admission.Verdict.Refusal;
import org.beistand.communication.admission.Verdict.Welcome;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.TicketVerifier;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.transport.link.Peer;

/** Looks at tickets; the mint of {@link Admitted}. May be used from any thread. */
public final class Admission {
    /** Between a ticket's making and its end. */
    public static final Duration TICKET_LIFE = Duration.ofSeconds(60);
    /** How far the operator server's clock and ours may differ. */
    public static final Duration SKEW = Duration.ofSeconds(5);

    private static final int MOST_REMEMBERED = 100_000;

    private final String server;
    private final TicketVerifier verifier;
    private final Anchors anchors;
    private final InstantSource clock;
    private final Instant started;
    private final UsedTickets used;

    /**
     * @param server the name of this server, as tickets call it
     * @param anchors of this site
     */
    public Admission(String server, TicketVerifier verifier, Anchors anchors, InstantSource clock) {
        this(server, verifier, anchors, clock, MOST_REMEMBERED);
    }

    Admission(String server, TicketVerifier verifier, Anchors anchors, InstantSource clock, int mostRemembered) {
        this.server = server;
        this.verifier = verifier;
        this.anchors = anchors;
        this.clock = clock;
        this.started = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as tickets count
        this.used = new UsedTickets(mostRemembered);
    }

    /** @param peer who is at the other end of the connection on which it came */
    public Verdict judge(Attach attach, Peer peer) {
        if (attach.version() != OperatorVocabulary.VERSION) {
            return new Refusal(Reason.VERSION_UNSUPPORTED);
        }
        Instant now = clock.instant();
        return verifier.verify(attach.ticket())
                .filter(ticket -> ticket.server().equals(server))
                .filter(ticket -> isCurrent(ticket, now))
                .filter(ticket -> mayHold(peer, ticket.role(), now))
                .map(ticket -> firstUse(ticket, now))
                .orElse(new Refusal(Reason.TICKET_REFUSED));
    }

    /**
     * A ticket that was made before this server started may have been used before: we no longer know. One that lives longer than
     * tickets do would have to be remembered longer.
     */
    private boolean isCurrent(Ticket ticket, Instant now) {
        Instant made = ticket.expires().minus(TICKET_LIFE);
        return !now.isAfter(ticket.expires().plus(SKEW)) && !made.isAfter(now.plus(SKEW)) && !made.isBefore(started);
    }

    private Verdict firstUse(Ticket ticket, Instant now) {
        Remembered remembered = used.remember(ticket.id(), ticket.expires().plus(SKEW), now);
        return switch (remembered) {
            case FIRST_USE -> new Welcome(new Admitted(ticket));
            case USED_BEFORE -> new Refusal(Reason.TICKET_REFUSED);
            case NO_ROOM -> new Refusal(Reason.SERVER_BUSY);
        };
    }

    private boolean mayHold(Peer peer, Role role, Instant now) {
        CertifiedRole holder = switch (role) {
            case MODERATOR, EXPERT -> CertifiedRole.MODERATOR_DEVICE;
            case ATTENDEE -> CertifiedRole.ATTENDEE_PACKAGE;
        };
        return anchors.verify(peer.certificates(), holder, now).isPresent();
    }
}
