package org.beistand.transport.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What a program proves itself with and whom it believes.
 *
 * @param key of the first certificate, ECDSA P-256
 * @param chain its own certificate first, without the anchor
 * @param anchors the authorities of this installation: the current one and, while it is being replaced, the next one
 */
public record TransportIdentity(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> anchors) {
    public TransportIdentity {
        chain = List.copyOf(chain);
        anchors = List.copyOf(anchors);
        if (chain.isEmpty() || anchors.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate and an anchor");
        }
    }

    /** The subject only: a key must not reach a log. */
    @Override
    public String toString() {
        return "TransportIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
