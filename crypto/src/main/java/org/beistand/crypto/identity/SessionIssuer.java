package org.beistand.crypto.identity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * The operator server's word about a moderator whom it has authenticated: a certificate for one session, with the name and
 * organisation that every attendee will see, over a key that was made on his computer.
 */
public final class SessionIssuer {
    /** The whole life of a session certificate is twelve hours, one of them for clocks that are slow. */
    static final Duration AHEAD = Duration.ofHours(11);

    static final Duration SLACK = Duration.ofHours(1);
    private static final int LARGEST_REQUEST = 4_096;

    private final Identity issuer;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param issuer of role {@link CertifiedRole#SESSION_ISSUER} */
    public SessionIssuer(Identity issuer, InstantSource clock, SecureRandom random) {
        this.issuer = issuer;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param request PKCS#10 (RFC 2986) from the moderator's computer. Only its key is taken, after the proof that he has the
     *     private one; whatever else he wrote into it does not count
     * @param organisation may be empty
     * @param entitledUntil the certificate ends no later than the moderator's entitlement
     * @return the session certificate first, then its issuers up to the site's own; empty for a request that is no good, and
     *     when the entitlement is over
     */
    public Optional<List<X509Certificate>> certify(
            Octets request,
            PersonName moderator,
            String organisation,
            SessionId session,
            Instant entitledUntil) { // 001-16
        Instant now = clock.instant();
        if (!now.isBefore(entitledUntil)) {
            return Optional.empty();
        }
        Instant end = now.plus(AHEAD).isBefore(entitledUntil) ? now.plus(AHEAD) : entitledUntil;
        return keyOf(request).map(key -> {
            X509Certificate certificate = new CertificateDraft(
                            moderator.value(), organisation, key, now.minus(SLACK), end)
                    .as(CertifiedRole.SESSION_MODERATOR)
                    .named(SessionName.urn(session))
                    .signedBy(issuer, random);
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(certificate);
            chain.addAll(issuer.chain());
            return List.copyOf(chain);
        });
    }

    private static Optional<PublicKey> keyOf(Octets request) {
        if (request.length() > LARGEST_REQUEST) {
            return Optional.empty();
        }
        try {
            JcaPKCS10CertificationRequest parsed = new JcaPKCS10CertificationRequest(request.toArray());
            PublicKey key = parsed.getPublicKey();
            // One form only: the parser reads more than it writes.
            return P256.isOne(key)
                            && Octets.of(parsed.getEncoded()).equals(request)
                            && parsed.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | RuntimeException e) { // parsers of foreign bytes throw whatever they like
            return Optional.empty();
        }
    }
}
