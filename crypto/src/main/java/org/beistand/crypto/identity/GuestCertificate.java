package org.beistand.crypto.identity;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.beistand.protocol.value.SessionId;

/** The certificate of somebody whom no authority knows: self-signed, made for one session. */
public final class GuestCertificate {
    private GuestCertificate() {}

    /**
     * Whether it is well-formed and bound to this session and nothing else. Its dates do not count: nobody vouches for them,
     * and its life is that of the channel.
     */
    public static boolean isFor(X509Certificate certificate, SessionId session) {
        return P256.isOne(certificate.getPublicKey())
                && certificate.getSigAlgName().equals(P256.SIGNATURE)
                && certificate.getBasicConstraints() < 0
                && CertifiedRole.urns(certificate, CertifiedRole.ROLE_URN).isEmpty()
                && SessionName.of(certificate).equals(Optional.of(session))
                && Anchors.isSelfSigned(certificate);
    }
}
