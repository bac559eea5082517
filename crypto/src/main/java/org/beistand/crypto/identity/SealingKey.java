package org.beistand.crypto.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;

/**
 * Seals small secrets for a database (AES-256-GCM), so that a copy of it gives them to nobody. The key stands in a file of its
 * own that only its owner may read, and names the site that it was made for.
 *
 * <pre>
 * Beistand sealing key v1
 * site  SHA-256 of the site's first authority
 * key   32 bytes in hexadecimal
 * </pre>
 */
public final class SealingKey {
    private static final String TITLE = "Beistand sealing key v1";
    private static final String SITE = "site ";
    private static final String KEY = "key ";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LARGEST = 1024;

    private final Secret key;
    private final SecureRandom random;

    private SealingKey(Secret key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /**
     * Makes a new key.
     *
     * @throws FileAlreadyExistsException if there is one: a key is never overwritten
     */
    public static void write(Path file, Anchors anchors, SecureRandom random) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String text = TITLE + "\n" + SITE + fingerprint(anchors.roots().getFirst()) + "\n" + KEY
                + HexFormat.of().formatHex(key) + "\n";
        KeyFile.write(file, text.getBytes(StandardCharsets.US_ASCII), OwnerOnly.onCreation(file));
    }

    /**
     * @throws KeyRefused {@code KEY_MISSING}; {@code KEY_READABLE_BY_OTHERS}; {@code KEY_FOREIGN} when the file belongs to
     *     another user or another site, or is not such a file
     */
    public static SealingKey read(Path file, Anchors anchors, SecureRandom random) throws KeyRefused {
        KeyFile.demandOwn(file);
        try {
            if (Files.size(file) > LARGEST) {
                throw new KeyRefused(Reason.KEY_FOREIGN, file);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            boolean ours = lines.size() == 3
                    && lines.getFirst().equals(TITLE)
                    && anchors.roots().stream().anyMatch(root -> lines.get(1).equals(SITE + fingerprint(root)))
                    && lines.get(2).matches(KEY + "[0-9a-f]{" + 2 * KEY_BYTES + "}");
            if (!ours) {
                throw new KeyRefused(Reason.KEY_FOREIGN, file);
            }
            return new SealingKey(Secret.of(HexFormat.of().parseHex(lines.get(2).substring(KEY.length()))), random);
        } catch (IOException e) {
            throw new KeyRefused(Reason.KEY_FOREIGN, file);
        }
    }

    /** @param owner whose secret it is; it can be opened for nobody else */
    public Octets seal(Secret secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = secret.lend(plain -> {
            try {
                return cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return Octets.of(whole);
    }

    /** @return empty for what was not sealed with this key for this owner */
    public Optional<Secret> open(Octets sealed, String owner) {
        byte[] whole = sealed.toArray();
        if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            return Optional.of(Secret.of(
                    cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) {
        return key.lend(bytes -> {
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD((TITLE + "\n" + owner).getBytes(StandardCharsets.UTF_8));
                return cipher;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String fingerprint(X509Certificate root) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Certificates.der(root)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[hidden]";
    }
}
