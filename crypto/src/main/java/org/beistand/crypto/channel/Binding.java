package org.beistand.crypto.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.wire.Octets;

/**
 * What both ends of one channel have in common and nobody between them can have with both: SHA-256 over a label, the session and
 * both certificates.
 *
 * @param value 32 bytes
 */
public record Binding(Octets value) {
    private static final byte[] LABEL = "Beistand channel binding v1\0".getBytes(StandardCharsets.US_ASCII);
    public static final int BYTES = 32;

    public Binding {
        if (value.length() != BYTES) {
            throw new IllegalArgumentException("not a binding");
        }
    }

    /**
     * @param server SHA-256 of the certificate of the TLS server
     * @param client SHA-256 of the certificate of the TLS client
     */
    public static Binding of(SessionId session, Octets server, Octets client) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL);
            for (Octets part : new Octets[] {session.value(), server, client}) {
                digest.update(part.array(), part.offset(), part.length());
            }
            return new Binding(Octets.of(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
