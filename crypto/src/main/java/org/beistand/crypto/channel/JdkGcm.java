package org.beistand.crypto.channel;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipherImpl;
import org.jspecify.annotations.Nullable;

/** AES-GCM by the JDK for the records of one direction. */
final class JdkGcm implements TlsAEADCipherImpl {
    private final String algorithm;
    private final int mode;
    private final Cipher cipher;
    private @Nullable Key key;

    JdkGcm(String transformation, String algorithm, boolean encrypting) throws GeneralSecurityException {
        this.algorithm = algorithm;
        this.mode = encrypting ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
        this.cipher = Cipher.getInstance(transformation);
    }

    /** Whose cipher it is. */
    String provider() {
        return cipher.getProvider().getName();
    }

    @Override
    public void setKey(byte[] bytes, int offset, int length) {
        key = new SecretKeySpec(bytes, offset, length, algorithm);
    }

    @Override
    public void init(byte[] nonce, int tagBytes) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(tagBytes * 8, nonce));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int getOutputSize(int inputLength) {
        return cipher.getOutputSize(inputLength);
    }

    @Override
    public int doFinal(byte[] header, byte[] input, int offset, int length, byte[] output, int outputOffset)
            throws IOException {
        try {
            cipher.updateAAD(header);
            return cipher.doFinal(input, offset, length, output, outputOffset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the record is not genuine", e);
        }
    }
}
