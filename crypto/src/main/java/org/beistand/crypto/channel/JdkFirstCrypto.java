package org.beistand.crypto.channel;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipherImpl;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;

/**
 * The primitives of the handshake and the records, all of them the JDK's: AES in hardware, X25519, ML-KEM (FIPS 203), ECDSA. From
 * BouncyCastle comes the protocol only; its provider is never installed, so that no other code meets it by accident.
 */
final class JdkFirstCrypto extends JcaTlsCrypto {
    JdkFirstCrypto(SecureRandom random) {
        super(new DefaultJcaJceHelper(), random, random);
    }

    @Override
    protected TlsAEADCipherImpl createAEADCipher(String cipher, String algorithm, int keyBytes, boolean encrypting)
            throws GeneralSecurityException {
        return new JdkGcm(cipher, algorithm, encrypting);
    }
}
