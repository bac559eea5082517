package org.beistand.crypto.identity;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;

/** The name {@code urn:beistand:session:<id>} that binds a certificate to one session. */
final class SessionName {
    private SessionName() {}

    static String urn(SessionId session) {
        return CertifiedRole.SESSION_URN + session;
    }

    /** If there is exactly one. */
    static Optional<SessionId> of(X509Certificate certificate) {
        List<String> urns = CertifiedRole.urns(certificate, CertifiedRole.SESSION_URN);
        if (urns.size() != 1) {
            return Optional.empty();
        }
        String id = urns.getFirst().substring(CertifiedRole.SESSION_URN.length());
        return id.matches("[0-9a-f]{32}") ? Optional.of(SessionId.parse(id)) : Optional.empty();
    }
}
