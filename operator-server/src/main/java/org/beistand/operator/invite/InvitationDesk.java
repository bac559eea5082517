package org.beistand.operator.invite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.operator.login.EntitledModerator;
import org.beistand.operator.mail.MailRoute;
import org.beistand.operator.mail.NotSent;
import org.beistand.operator.number.CountedTries;
import org.beistand.operator.store.Sessions;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.operator.SendInvitation;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the number of a moderator's own living session to a customer. The words are made here, from the number alone: what a
 * moderator chooses is the recipient and the language. Nobody sends more than a person needs, and nobody gets more than that. May
 * block; not for event loops.
 */
public final class InvitationDesk { // 001-22 001-49
    private static final Logger LOG = LoggerFactory.getLogger(InvitationDesk.class);
    private static final int PER_SESSION = 10;
    private static final int PER_RECIPIENT = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int KEYS = 20_000;

    private final Sessions sessions;
    private final MailRoute route;
    private final InvitationText text;
    private final Clock clock;
    private final CountedTries bySession;
    private final CountedTries byModerator;
    private final CountedTries byRecipient;

    /** The answer to a moderator. */
    public sealed interface Outcome {
        /** The mail server has promised to deliver it. */
        record Sent() implements Outcome {}

        /** @param pause how long to wait before another try, zero if at once */
        record Denied(Reason reason, Duration pause) implements Outcome {}
    }

    /** One of the counts that an invitation is taken from. */
    private record Count(CountedTries tries, String key) {}

    /** @param perModerator invitations of one moderator in 24 hours */
    public InvitationDesk(Sessions sessions, MailRoute route, InvitationText text, int perModerator, Clock clock) {
        this.sessions = sessions;
        this.route = route;
        this.text = text;
        this.clock = clock;
        this.bySession = new CountedTries(PER_SESSION, DAY, KEYS, clock);
        this.byModerator = new CountedTries(perModerator, DAY, KEYS, clock);
        this.byRecipient = new CountedTries(PER_RECIPIENT, DAY, KEYS, clock);
    }

    /** @param moderator whose right was looked at just now */
    public Outcome send(EntitledModerator moderator, SendInvitation wanted) {
        Instant now = clock.instant();
        // Somebody else's session sounds like one that is over.
        Optional<StoredSession> session = sessions.find(wanted.session())
                .filter(found ->
                        found.moderatorAccount().equals(moderator.account().key()))
                .filter(found -> found.stage() != StoredSession.Stage.ENDED)
                .filter(found -> now.isBefore(found.expires()));
        if (session.isEmpty()) {
            return denied(Reason.SESSION_ENDED);
        }
        if (session.get().blocked()) { // 001-69
            return denied(Reason.SESSION_BLOCKED);
        }
        List<Count> counts = counts(moderator, session.get(), wanted.to());
        Optional<Duration> pause = take(counts);
        return pause.<Outcome>map(wait -> new Outcome.Denied(Reason.TOO_MANY_INVITATIONS, wait))
                .orElseGet(() -> send(moderator, session.get(), wanted, counts));
    }

    private Outcome send(
            EntitledModerator moderator, StoredSession session, SendInvitation wanted, List<Count> counts) {
        try {
            route.send(text.mail(moderator.name(), session, wanted.to(), wanted.language()));
            LOG.info("an invitation to session {} was sent", session.id());
            return new Outcome.Sent();
        } catch (NotSent e) {
            LOG.warn("an invitation to session {} was not sent: {}: {}", session.id(), e.reason(), e.getMessage());
            if (isOurFault(e.reason())) {
                counts.forEach(count -> count.tries().succeeded(count.key()));
            }
            return denied(e.reason());
        }
    }

    private List<Count> counts(EntitledModerator moderator, StoredSession session, MailAddress to) {
        return List.of(
                new Count(bySession, session.id().toString()),
                new Count(byModerator, moderator.account().key()),
                new Count(byRecipient, to.value()));
    }

    /** All or nothing. @return how long to wait if one of them is spent */
    private static Optional<Duration> take(List<Count> counts) {
        List<Count> taken = new ArrayList<>();
        for (Count one : counts) {
            Optional<Duration> pause = one.tries().begin(one.key());
            if (pause.isPresent()) {
                taken.forEach(count -> count.tries().succeeded(count.key()));
                return pause;
            }
            taken.add(one);
        }
        return Optional.empty();
    }

    /** Nothing was sent, and no other address would have done better. */
    private static boolean isOurFault(Reason reason) {
        return reason == Reason.MAIL_SERVER_UNREACHABLE
                || reason == Reason.MAIL_SERVER_NOT_GENUINE
                || reason == Reason.SERVER_BUSY;
    }

    private static Outcome denied(Reason reason) {
        return new Outcome.Denied(reason, Duration.ZERO);
    }
}
