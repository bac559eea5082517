package org.beistand.crypto.handshake;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.beistand.crypto.channel.Binding;
import org.beistand.protocol.wire.Octets;

/** The arithmetic of the spoken check, the same on both sides and pinned by vectors. */
final class CheckFormula {
    static final int NONCE_BYTES = 32;

    private static final byte[] COMMITMENT_LABEL =
            "Beistand spoken check commitment v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CODE_LABEL = "Beistand spoken check code v1".getBytes(StandardCharsets.US_ASCII);
    /** 128 bits make the remainder's bias smaller than 2^-111. */
    private static final int CODE_BYTES = 16;

    private CheckFormula() {}

    /** SHA-256 over label, binding and nonce. */
    static Octets commitment(Binding binding, byte[] nonce) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(COMMITMENT_LABEL);
            digest.update(binding.value().toArray());
            return Octets.of(digest.digest(nonce));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF-SHA256 (RFC 5869) with the binding as salt, both nonces as key material and a label, to five digits. */
    static SpokenCode code(Binding binding, byte[] moderators, byte[] attendees) {
        try {
            byte[] derived = KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addSalt(binding.value().toArray())
                            .addIKM(moderators)
                            .addIKM(attendees)
                            .thenExpand(CODE_LABEL, CODE_BYTES));
            return new SpokenCode(new BigInteger(1, derived)
                    .mod(BigInteger.valueOf(SpokenCode.HOW_MANY))
                    .intValueExact());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
