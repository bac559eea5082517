package org.beistand.crypto.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.protocol.value.Reason;

/**
 * A key with its certificates in a file (PKCS#12, RFC 7292) that only its owner may read. The password of the format is a
 * constant and protects nothing; the file's permissions do.
 */
public final class KeyFile {
    private static final String ALIAS = "key";
    private static final int LARGEST = 64 * 1024;
    private static final byte[] PROBE = "Beistand key probe v1".getBytes(StandardCharsets.US_ASCII);

    private KeyFile() {}

    /**
     * Writes a new file: nobody else can read it at any moment, and it is whole or not there.
     *
     * @throws FileAlreadyExistsException if there is one: a key is never overwritten
     */
    public static void write(Path file, Identity identity) throws IOException {
        write(file, encode(identity), OwnerOnly.onCreation(file));
    }

    /** As {@link #write}, for the one key that is no secret because every package carries it; anybody may read the file. */
    public static void writeShipped(Path file, Identity identity) throws IOException {
        if (CertifiedRole.of(identity.certificate())
                .filter(CertifiedRole.ATTENDEE_PACKAGE::equals)
                .isEmpty()) {
            throw new IllegalArgumentException("this key is a secret");
        }
        write(file, encode(identity), new FileAttribute<?>[0]);
    }

    /**
     * Reads a key that is used from now on.
     *
     * @throws KeyRefused {@code KEY_MISSING}; {@code KEY_READABLE_BY_OTHERS}; {@code KEY_FOREIGN} when the file belongs to
     *     another user or is not such a file, or the key is not of this site, not of this role or not valid now
     */
    public static Identity read(Path file, CertifiedRole expected, Anchors anchors, Instant now) throws KeyRefused {
        demandOwn(file);
        return open(file, expected, anchors, now);
    }

    /** The file is there, is mine, and nobody else may read it. */
    static void demandOwn(Path file) throws KeyRefused {
        demandFile(file);
        try {
            if (!OwnerOnly.ownedByMe(file)) {
                throw new KeyRefused(Reason.KEY_FOREIGN, file);
            }
            if (OwnerOnly.readableByOthers(file)) {
                throw new KeyRefused(Reason.KEY_READABLE_BY_OTHERS, file);
            }
        } catch (IOException e) {
            throw new KeyRefused(Reason.KEY_FOREIGN, file);
        }
    }

    /** Reads the key that every attendee's package carries. It proves next to nothing, so who may read it does not matter. */
    public static Identity readShipped(Path file, Anchors anchors, Instant now) throws KeyRefused {
        demandFile(file);
        return open(file, CertifiedRole.ATTENDEE_PACKAGE, anchors, now);
    }

    private static void demandFile(Path file) throws KeyRefused {
        if (Files.notExists(file)) {
            throw new KeyRefused(Reason.KEY_MISSING, file);
        }
        if (!Files.isRegularFile(file)) {
            throw new KeyRefused(Reason.KEY_FOREIGN, file);
        }
    }

    private static Identity open(Path file, CertifiedRole expected, Anchors anchors, Instant now) throws KeyRefused {
        return parse(file)
                .filter(identity ->
                        anchors.verify(identity.chain(), expected, now).isPresent())
                .filter(KeyFile::fits)
                .orElseThrow(() -> new KeyRefused(Reason.KEY_FOREIGN, file));
    }

    private static Optional<Identity> parse(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password());
            Key key = store.getKey(ALIAS, password());
            Certificate[] certificates = store.getCertificateChain(ALIAS);
            if (!(key instanceof PrivateKey own) || certificates == null) {
                return Optional.empty();
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate one : certificates) {
                if (!(one instanceof X509Certificate x509)) {
                    return Optional.empty();
                }
                chain.add(x509);
            }
            return Optional.of(new Identity(own, chain));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the key is the one that the certificate speaks of. */
    private static boolean fits(Identity identity) {
        try {
            return P256.verify(identity.certificate().getPublicKey(), P256.sign(identity.key(), PROBE), PROBE);
        } catch (IllegalStateException e) {
            return false; // a key of another kind
        }
    }

    static void write(Path file, byte[] bytes, FileAttribute<?>[] attributes) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".new");
        // The name is free now; the file is made anew with its permissions from the first moment.
        Files.delete(whole);
        try {
            try (FileChannel out = FileChannel.open(
                    whole, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static byte[] encode(Identity identity) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password());
            store.setKeyEntry(
                    ALIAS, identity.key(), password(), identity.chain().toArray(new Certificate[0]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password());
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static char[] password() {
        return "beistand".toCharArray();
    }
}
