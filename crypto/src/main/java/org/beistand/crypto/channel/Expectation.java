package org.beistand.crypto.channel;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.Certificates;
import org.beistand.crypto.identity.Certified;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.GuestCertificate;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;

/** Whom one end of a channel is ready to talk to. */
sealed interface Expectation {
    /** The other end, if its certificates are those expected. That it has the key is proved by the handshake. */
    Optional<Met> meet(List<X509Certificate> chain);

    /** @param moderator if it is one */
    record Met(X509Certificate certificate, Optional<CertifiedPerson> moderator) {}

    /** The moderator of exactly this session, certified by the site. */
    record TheModerator(SessionId session, Anchors anchors, InstantSource clock) implements Expectation {
        @Override
        public Optional<Met> meet(List<X509Certificate> chain) {
            return anchors.verify(chain, CertifiedRole.SESSION_MODERATOR, clock.instant())
                    .filter(certified -> certified.session().equals(Optional.of(session)))
                    .flatMap(TheModerator::named);
        }

        private static Optional<Met> named(Certified certified) {
            // Shown to the attendee as they are: no character may change how the text around it looks.
            return PersonName.check(certified.name()) instanceof PersonName.Checked.Suitable suitable
                            && PersonName.isHarmless(certified.organisation())
                    ? Optional.of(new Met(
                            certified.certificate(),
                            Optional.of(new CertifiedPerson(suitable.name(), certified.organisation()))))
                    : Optional.empty();
        }
    }

    /** Anybody with a certificate made for this session; who it is, the spoken check finds out. */
    record SomeGuest(SessionId session) implements Expectation {
        @Override
        public Optional<Met> meet(List<X509Certificate> chain) {
            return chain.size() == 1 && GuestCertificate.isFor(chain.getFirst(), session)
                    ? Optional.of(new Met(chain.getFirst(), Optional.empty()))
                    : Optional.empty();
        }
    }

    /** The one guest whom the moderator has introduced. */
    record TheIntroduced(SessionId session, Octets fingerprint) implements Expectation {
        @Override
        public Optional<Met> meet(List<X509Certificate> chain) {
            return new SomeGuest(session)
                    .meet(chain)
                    .filter(met -> Certificates.fingerprint(met.certificate()).equals(fingerprint));
        }
    }
}
