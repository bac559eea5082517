package org.beistand.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key under which small secrets lie in the database. */
@Tag("001-114")
class SealingKeyTest {
    @TempDir
    private Path folder;

    private final Site site = new Site();
    private Path file = Path.of("");

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("second-factor.key");
        SealingKey.write(file, site.anchors, site.random);
    }

    private SealingKey read() throws KeyRefused {
        return SealingKey.read(file, site.anchors, site.random);
    }

    private void refused(Reason reason, Anchors anchors) {
        KeyRefused refused = assertThrows(KeyRefused.class, () -> SealingKey.read(file, anchors, site.random));
        assertEquals(reason, refused.reason());
        assertEquals(file, refused.path());
    }

    @Test
    void opensWhatItSealedForTheSameOwnerOnly() throws Exception {
        Secret secret = Secret.random(20, site.random);
        Octets sealed = read().seal(secret, "anna");
        assertEquals(Optional.of(secret), read().open(sealed, "anna"));
        assertEquals(Optional.empty(), read().open(sealed, "berta"));
        assertNotEquals(sealed, read().seal(secret, "anna"));
        byte[] bytes = sealed.toArray();
        for (int at = 0; at < bytes.length; at++) {
            byte[] altered = bytes.clone();
            altered[at] ^= 1;
            assertEquals(Optional.empty(), read().open(Octets.of(altered), "anna"), "byte " + at);
        }
        assertEquals(Optional.empty(), read().open(Octets.EMPTY, "anna"));
    }

    @Test
    void nothingIsOpenedWithTheKeyOfAnotherServer() throws Exception {
        Octets sealed = read().seal(Secret.random(20, site.random), "anna");
        Files.delete(file);
        SealingKey.write(file, site.anchors, site.random);
        assertEquals(Optional.empty(), read().open(sealed, "anna"));
    }

    @Test
    void isNeverOverwrittenAndOnlyItsOwnerMayReadIt() throws Exception {
        assertThrows(FileAlreadyExistsException.class, () -> SealingKey.write(file, site.anchors, site.random));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void isRefusedWhenMissingForeignOrReadableByOthers() throws Exception {
        refused(Reason.KEY_FOREIGN, new Site().anchors);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(Reason.KEY_READABLE_BY_OTHERS, site.anchors);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        String text = Files.readString(file);
        for (String wrong : new String[] {"", text + "more\n", text.replace("v1", "v2"), text.substring(0, 150)}) {
            Files.writeString(file, wrong);
            refused(Reason.KEY_FOREIGN, site.anchors);
        }
        Files.delete(file);
        refused(Reason.KEY_MISSING, site.anchors);
    }
}
