package org.beistand.crypto.identity;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;

/** Somebody whose certificate was found to be the site's own, of the expected role and valid. Made only by {@link Anchors}. */
public final class Certified {
    private final CertifiedRole role;
    private final X509Certificate certificate;

    Certified(CertifiedRole role, X509Certificate certificate) {
        this.role = role;
        this.certificate = certificate;
    }

    public CertifiedRole role() {
        return role;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A server's, device's or moderator's name. */
    public String name() {
        return Certificates.name(certificate).orElse("");
    }

    public String organisation() {
        return Certificates.organisation(certificate).orElse("");
    }

    /** For a {@link CertifiedRole#SESSION_MODERATOR}: the only session that it is good for. */
    public Optional<SessionId> session() {
        return SessionName.of(certificate);
    }

    /** SHA-256 of the certificate. */
    public Octets fingerprint() {
        return Certificates.fingerprint(certificate);
    }

    @Override
    public String toString() {
        return "Certified[" + role + "]";
    }
}
