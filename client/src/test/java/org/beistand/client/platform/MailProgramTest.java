package org.beistand.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailProgramTest {
    private static final URI DRAFT = URI.create("mailto:?subject=a%20b&body=%3B%20%24(id)%0D%0A");

    @TempDir
    Path folder;

    /** Opens by writing down what it was handed, and then fails, so that the end can be waited for. */
    @Test
    @Tag("001-49")
    void theAddressIsHandedOverAsOneWordThatNoShellReads() throws Exception {
        Path handed = folder.resolve("handed");
        CompletableFuture<Void> over = new CompletableFuture<>();
        new MailProgram(List.of("sh", "-c", "printf '%s|' \"$#\" \"$1\" > '" + handed + "'; exit 3", "opener"))
                .open(DRAFT, () -> over.complete(null));
        over.get(30, TimeUnit.SECONDS);
        assertEquals("1|" + DRAFT + "|", Files.readString(handed));
    }

    @Test
    void aMachineWithoutAMailProgramSaysSo() throws Exception {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        new MailProgram(List.of("no-such-program-here")).open(DRAFT, () -> failed.complete(null));
        failed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void nothingButAMailIsOpened() {
        MailProgram program = new MailProgram(List.of("true"));
        for (String other : List.of("file:///etc/passwd", "https://example.org", "x")) {
            assertThrows(IllegalArgumentException.class, () -> program.open(URI.create(other), () -> {}));
        }
    }

    @Test
    void eachSystemHasItsOwnOpener() {
        assertEquals(List.of("xdg-open"), MailProgram.opener("Linux"));
        assertEquals(List.of("open"), MailProgram.opener("Mac OS X"));
        assertFalse(MailProgram.opener("Windows 11").contains("cmd"));
    }
}
