package org.beistand.crypto.identity;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** The one kind of key of this house: ECDSA over P-256 with SHA-256, by the JDK. */
final class P256 {
    static final String SIGNATURE = "SHA256withECDSA";
    private static final ECGenParameterSpec CURVE = new ECGenParameterSpec("secp256r1");
    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(CURVE, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isOne(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().equals(PARAMETERS.getCurve())
                && ec.getParams().getGenerator().equals(PARAMETERS.getGenerator())
                && ec.getParams().getOrder().equals(PARAMETERS.getOrder());
    }

    static byte[] sign(PrivateKey key, byte[]... parts) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verify(PublicKey key, byte[] signed, byte[]... parts) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(key);
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false; // not even of the form of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(CURVE);
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
