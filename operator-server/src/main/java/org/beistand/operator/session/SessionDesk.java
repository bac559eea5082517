package org.beistand.operator.session;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.SessionIssuer;
import org.beistand.crypto.identity.TicketSigner;
import org.beistand.operator.login.Account;
import org.beistand.operator.login.EntitledModerator;
import org.beistand.operator.number.Guesses;
import org.beistand.operator.number.SessionNumbers;
import org.beistand.operator.number.Source;
import org.beistand.operator.store.Sessions;
import org.beistand.operator.store.SqlVouchings;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Ticket;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.protocol.wire.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens sessions for moderators, finds them for attendees, and follows their course. It keeps nothing in memory: what it knows
 * stands in the store, and several operator servers can share one. May block; not for event loops.
 */
public final class SessionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SessionDesk.class);
    /** The life of a ticket. */
    static final Duration TICKET = Duration.ofSeconds(60);
    /** The session certificate ends then, and with it every session. */
    static final Duration LONGEST = Duration.ofHours(11);

    private static final int TICKET_BYTES = 16;
    private static final int CHANGE_TRIES = 5;

    private final Sessions sessions;
    private final SqlVouchings vouchings;
    private final SessionNumbers numbers;
    private final CommunicationServers servers;
    private final Credentials credentials;
    private final Guesses guesses;
    private final Rules rules;
    private final Clock clock;
    private final SecureRandom random;

    /** What this server proves things with. */
    public record Credentials(SessionIssuer issuer, TicketSigner signer) {}

    /**
     * @param organisation whose installation it is
     * @param numberLife how long a number is good if nobody comes
     * @param perModerator living sessions of one moderator
     */
    public record Rules(String organisation, Duration numberLife, int perModerator) {}

    public SessionDesk(
            Sessions sessions,
            SqlVouchings vouchings,
            SessionNumbers numbers,
            CommunicationServers servers,
            Credentials credentials,
            Guesses guesses,
            Rules rules,
            Clock clock,
            SecureRandom random) {
        this.sessions = sessions;
        this.vouchings = vouchings;
        this.numbers = numbers;
        this.servers = servers;
        this.credentials = credentials;
        this.guesses = guesses;
        this.rules = rules;
        this.clock = clock;
        this.random = random;
    }

    /** The answer to a moderator or an attendee. */
    public sealed interface Outcome {
        /** @param certificates for the moderator, otherwise empty */
        record Met(StoredSession session, SignedTicket ticket, List<Octets> certificates) implements Outcome {}

        /** @param pause how long to wait before another try, zero if at once */
        record Denied(Reason reason, Duration pause) implements Outcome {}
    }

    /**
     * A new session with a new number, on the communication server whose turn it is.
     *
     * @param request PKCS#10 over the key that the moderator made for this session
     */
    public Outcome open(EntitledModerator moderator, Octets request) { // 001-15, 001-16
        Optional<CommunicationServers.Offer> server = servers.pick();
        if (server.isEmpty()) {
            return denied(Reason.NO_COMMUNICATION_SERVER);
        }
        SessionId id = SessionId.random(random);
        Optional<List<X509Certificate>> chain = credentials
                .issuer()
                .certify(
                        request,
                        moderator.name(),
                        rules.organisation(),
                        id,
                        moderator.entitlement().until());
        if (chain.isEmpty()) {
            return denied(Reason.PROTOCOL_VIOLATION);
        }
        if (sessions.countLiving(moderator.account().key()) >= rules.perModerator()) {
            return denied(Reason.NO_NUMBER_FREE);
        }
        // Before the session is there: a report without it would say less than was known.
        vouchings.add(
                id,
                new Vouched(moderator.account().key(), moderator.entitlement().attested()));
        Instant now = clock.instant();
        Optional<StoredSession> session = numbers.give(
                now,
                number -> new StoredSession(
                        id,
                        number,
                        moderator.account().key(),
                        moderator.name(),
                        StoredSession.Stage.OPEN,
                        server.get().name(),
                        server.get().address(),
                        false,
                        now,
                        now.plus(rules.numberLife()),
                        Optional.empty(),
                        Optional.empty()));
        if (session.isEmpty()) {
            LOG.warn("no session number is free");
            return denied(Reason.NO_NUMBER_FREE);
        }
        LOG.info("session {} opened on {}", id, server.get().name());
        SignedTicket ticket = ticket(session.get(), Role.MODERATOR, moderator.name(), rules.organisation(), now);
        return new Outcome.Met(session.get(), ticket, Certificates.encode(chain.get()));
    }

    /**
     * The session of that number, for an attendee. Numbers that never were, that lapsed, whose session is over and whose
     * moderator lets nobody else in are told apart by nothing.
     *
     * @param source where the question comes from
     */
    public Outcome join(SessionNumber number, PersonName name, Source source) { // 001-27, 001-28
        return switch (guesses.begin(source)) {
            case Guesses.Leave.NotNow(var pause) -> new Outcome.Denied(Reason.TOO_MANY_TRIES, pause);
            case Guesses.Leave.Go go -> join(number, name, go);
        };
    }

    private Outcome join(SessionNumber number, PersonName name, Guesses.Leave.Go go) {
        Instant now = clock.instant();
        Optional<StoredSession> session = sessions.findLiving(number)
                .filter(found -> !number.equals(SessionNumber.REHEARSAL))
                .filter(found -> now.isBefore(found.expires()))
                .filter(found -> !found.blocked()); // 001-69
        if (session.isEmpty()) {
            return denied(Reason.NUMBER_UNKNOWN);
        }
        guesses.right(go, session.get().id());
        LOG.info("session {} was found by an attendee", session.get().id());
        return new Outcome.Met(session.get(), ticket(session.get(), Role.ATTENDEE, name, "", now), List.of());
    }

    /** A communication server says that the moderator came or that somebody was let in. */
    public void began(String server, SessionId id, boolean running) {
        happened(
                server,
                id,
                session -> running
                        ? new SessionEvent.SomebodyLetIn(session.opened().plus(LONGEST))
                        : new SessionEvent.ModeratorCame());
    }

    /** A communication server says whether the moderator lets further people in. */
    public void blocked(String server, SessionId id, boolean blocked) { // 001-69, 001-137
        sessions.block(server, id, blocked);
    }

    /** A communication server is back: it learns which of its rooms must not be open any more. */
    public void returned(String server) {
        sessions.endedWithoutReport(server, clock.instant().minus(LONGEST.multipliedBy(2)))
                .forEach(session -> session.reason().ifPresent(reason -> close(session, reason)));
    }

    /** Ends what a moderator has open: his account was closed. */
    public void endAll(Account account) {
        Instant now = clock.instant();
        sessions.living().stream()
                .filter(session -> session.moderatorAccount().equals(account.key()))
                .forEach(session -> happened(session.server(), session.id(), any -> new SessionEvent.AccessEnded(now)));
    }

    /** Whether a session of that moderator is not over. */
    public boolean hasLiving(Account account) {
        return sessions.countLiving(account.key()) > 0;
    }

    /** Ends the sessions whose time is over. To be called every few seconds. */
    public void sweep() {
        Instant now = clock.instant();
        sessions.living().stream()
                .filter(session -> !now.isBefore(session.expires()))
                .forEach(session -> happened(session.server(), session.id(), any -> new SessionEvent.TimePassed(now)));
    }

    private void happened(String server, SessionId id, Function<StoredSession, SessionEvent> event) {
        for (int i = 0; i < CHANGE_TRIES; i++) {
            Optional<StoredSession> session =
                    sessions.find(id).filter(found -> found.server().equals(server));
            if (session.isEmpty()) {
                // Not ours, or another server's: whoever asks shall not keep a room for it.
                servers.tell(server, new Close(id, Reason.SESSION_ENDED));
                return;
            }
            SessionStep step = SessionStep.step(StoredState.of(session.get()), event.apply(session.get()));
            StoredSession next = StoredState.with(session.get(), step.next());
            if (next.equals(session.get()) || sessions.change(session.get(), next)) {
                if (next.stage() != session.get().stage()) {
                    LOG.info("session {} is {}", id, next.stage());
                }
                step.close().ifPresent(reason -> close(next, reason));
                return;
            }
        }
        LOG.warn("session {} changed too often at once", id);
    }

    private void close(StoredSession session, Reason reason) {
        servers.tell(session.server(), new Close(session.id(), reason));
    }

    private SignedTicket ticket(StoredSession session, Role role, PersonName name, String organisation, Instant now) {
        byte[] id = new byte[TICKET_BYTES];
        random.nextBytes(id);
        return credentials
                .signer()
                .sign(new Ticket(
                        Octets.of(id), session.id(), role, name, organisation, session.server(), now.plus(TICKET)));
    }

    private static Outcome denied(Reason reason) {
        return new Outcome.Denied(reason, Duration.ZERO);
    }
}
