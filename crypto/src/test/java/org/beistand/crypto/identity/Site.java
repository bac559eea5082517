package org.beistand.crypto.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;

/** A whole installation, made in memory, for the tests of all modules. Its clock stands still at {@link #NOW}. */
public final class Site {
    public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    public final SecureRandom random = new SecureRandom();
    public final InstantSource clock;
    public final SiteAuthority current;
    public final SiteAuthority next;
    public final Anchors anchors;

    public Site() {
        this("Laborklinik Nord");
    }

    public Site(String organisation) {
        this(organisation, java.time.Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** @param clock the system's, where sockets and their TLS take part */
    public Site(String organisation, InstantSource clock) {
        this.clock = clock;
        this.current = SiteAuthority.create(organisation, clock, random);
        this.next = SiteAuthority.create(organisation, clock, random);
        this.anchors = Anchors.of(current, next);
    }

    public Identity operator() {
        return current.issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("localhost", "127.0.0.1"));
    }

    public Identity communication() {
        return current.issueServer(
                CertifiedRole.COMMUNICATION_SERVER, "communication-1", List.of("localhost", "127.0.0.1"));
    }

    public Identity device() {
        return current.issue(CertifiedRole.MODERATOR_DEVICE, "notebook 17");
    }

    public Identity attendeePackage() {
        return current.issue(CertifiedRole.ATTENDEE_PACKAGE, "attendee package");
    }

    public SessionIssuer sessionIssuer() {
        return new SessionIssuer(current.issue(CertifiedRole.SESSION_ISSUER, "session issuer"), clock, random);
    }

    /** A moderator's identity in one session, as he gets it from the operator server. */
    public Identity moderator(SessionId session, String name, String organisation) {
        SessionKey key = SessionKey.generate(random);
        return sessionIssuer()
                .certify(key.certificationRequest(), new PersonName(name), organisation, session, Instant.MAX)
                .flatMap(key::certified)
                .orElseThrow();
    }

    public Identity guest(SessionId session) {
        return SessionKey.generate(random).selfSigned(session, clock);
    }
}
