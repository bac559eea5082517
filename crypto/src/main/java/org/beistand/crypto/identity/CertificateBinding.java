package org.beistand.crypto.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import org.beistand.protocol.wire.Octets;

/**
 * What is proved with a key that two sides have from elsewhere, such as from a domain, so that it counts on one TLS connection
 * only: SHA-256 over a label of the side that proves and the certificate of the TLS server. 32 bytes. A connection that somebody in
 * between ended and made anew has another certificate at one end, and the proof of one side is never that of the other.
 */
public final class CertificateBinding {
    private static final String LABEL = "Beistand domain sign-in v1 ";

    private CertificateBinding() {}

    /** @param server the first certificate that the server shows */
    public static Octets ofServer(X509Certificate server) {
        return of("server", server);
    }

    /** @param server the first certificate that the client was shown */
    public static Octets ofClient(X509Certificate server) {
        return of("client", server);
    }

    private static Octets of(String side, X509Certificate server) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((LABEL + side + "\0").getBytes(StandardCharsets.US_ASCII));
            digest.update(Certificates.fingerprint(server).toArray());
            return Octets.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
