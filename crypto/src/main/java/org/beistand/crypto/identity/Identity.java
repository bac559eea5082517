package org.beistand.crypto.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.beistand.protocol.wire.Octets;

/**
 * Somebody who can prove who he is.
 *
 * @param key of the first certificate; it never leaves this machine
 * @param chain his own certificate first, then its issuers
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("nobody without a certificate");
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** SHA-256 of the own certificate: what a moderator introduces one participant to another by. */
    public Octets fingerprint() {
        return Certificates.fingerprint(certificate());
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
