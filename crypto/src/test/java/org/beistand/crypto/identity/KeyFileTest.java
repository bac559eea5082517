package org.beistand.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder;

    private final Site site = new Site();
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("operator.p12");
    }

    private Identity read() throws KeyRefused {
        return KeyFile.read(file, CertifiedRole.OPERATOR_SERVER, site.anchors, Site.NOW);
    }

    private void refused(Reason reason) {
        refused(reason, CertifiedRole.OPERATOR_SERVER, site.anchors, Site.NOW);
    }

    private void refused(Reason reason, CertifiedRole role, Anchors anchors, Instant now) {
        KeyRefused refused = assertThrows(KeyRefused.class, () -> KeyFile.read(file, role, anchors, now));
        assertEquals(reason, refused.reason());
        assertEquals(file, refused.path());
    }

    @Test
    void isReadAsItWasWrittenAndNobodyElseMayReadIt() throws Exception {
        Identity operator = site.operator();
        KeyFile.write(file, operator);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(operator.chain(), read().chain());
        assertEquals(operator.key(), read().key());
        try (var all = Files.list(folder)) {
            assertEquals(1, all.count());
        }
    }

    @Test
    void isNeverOverwritten() throws Exception {
        Identity first = site.operator();
        KeyFile.write(file, first);
        assertThrows(FileAlreadyExistsException.class, () -> KeyFile.write(file, site.operator()));
        assertEquals(first.chain(), read().chain());
    }

    @Test
    void isMissing() {
        refused(Reason.KEY_MISSING);
    }

    @Test
    void isForeignInAnotherSiteRoleOrTime() throws IOException {
        KeyFile.write(file, site.operator());
        refused(Reason.KEY_FOREIGN, CertifiedRole.OPERATOR_SERVER, new Site().anchors, Site.NOW);
        refused(Reason.KEY_FOREIGN, CertifiedRole.COMMUNICATION_SERVER, site.anchors, Site.NOW);
        refused(
                Reason.KEY_FOREIGN,
                CertifiedRole.OPERATOR_SERVER,
                site.anchors,
                Site.NOW.plus(Duration.ofDays(6 * 365)));
    }

    @Test
    void isForeignWhenTheKeyIsNotTheCertificates() throws IOException {
        KeyFile.write(file, new Identity(site.operator().key(), site.operator().chain()));
        refused(Reason.KEY_FOREIGN);
    }

    @Test
    void isForeignWhenItIsNoSuchFile() throws IOException {
        Files.write(file, new byte[200_000]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refused(Reason.KEY_FOREIGN);
        Files.writeString(file, "not a key");
        refused(Reason.KEY_FOREIGN);
        Files.delete(file);
        Files.createDirectory(file);
        refused(Reason.KEY_FOREIGN);
    }

    @Test
    void isRefusedWhenTheGroupOrOthersHaveAnyRight() throws IOException {
        KeyFile.write(file, site.operator());
        for (String open :
                new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-", "rwx--x---"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            refused(Reason.KEY_READABLE_BY_OTHERS);
        }
    }

    @Test
    void ofAPackageMayBeReadByAllAndHoldsNothingElse() throws Exception {
        Identity shipped = site.attendeePackage();
        KeyFile.writeShipped(file, shipped);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(
                shipped.chain(),
                KeyFile.readShipped(file, site.anchors, Site.NOW).chain());
        refused(Reason.KEY_READABLE_BY_OTHERS, CertifiedRole.ATTENDEE_PACKAGE, site.anchors, Site.NOW);
        Path secret = folder.resolve("device.p12");
        assertThrows(IllegalArgumentException.class, () -> KeyFile.writeShipped(secret, site.device()));
        KeyFile.write(secret, site.device());
        KeyRefused refused = assertThrows(KeyRefused.class, () -> KeyFile.readShipped(secret, site.anchors, Site.NOW));
        assertEquals(Reason.KEY_FOREIGN, refused.reason());
    }

    @Test
    void showsNothingOfItselfInALog() {
        assertTrue(site.operator().toString().contains("hidden"));
    }
}
