package org.beistand.communication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.Site;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the server from starting is said in one sentence that a person can act on. */
@Timeout(120)
final class StartTest {
    private static final Endpoint OPERATOR = new Endpoint("localhost", 1);

    @TempDir
    Path whole;

    private Path path;

    private ServerFolder folder;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void write() throws IOException {
        path = Files.createDirectory(whole.resolve("communication-1"));
        folder = new ServerFolder(path).write(OPERATOR, 0);
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        for (String name : List.of("communication.p12", "anchors.pem", "operator.pem")) {
            Path file = path.resolve(name);
            Path aside = path.resolve("aside");
            Files.move(file, aside);
            assertRefused(Reason.KEY_MISSING, file);
            Files.move(aside, file);
        }
        Files.delete(path.resolve("communication.json"));
        assertRefused(Reason.SITE_MISSING, path);
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws IOException {
        Path key = path.resolve("communication.p12");
        for (String permissions : List.of("rw-r--r--", "rw----r--", "rw-r-----")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
            assertRefused(Reason.KEY_READABLE_BY_OTHERS, key);
        }
    }

    @Test
    void aForeignKeyIsNotUsed() throws IOException {
        Path key = path.resolve("communication.p12");
        Site another = new Site("Another", Clock.systemUTC());
        for (var identity : List.of(
                another.communication(),
                folder.operator,
                folder.site.device(),
                folder.site.current.issueServer(
                        CertifiedRole.COMMUNICATION_SERVER, "communication-2", List.of("localhost")))) {
            Files.delete(key);
            KeyFile.write(key, identity);
            assertRefused(Reason.KEY_FOREIGN, key);
        }
        Files.writeString(key, "no key at all");
        assertRefused(Reason.KEY_FOREIGN, key);
    }

    @Test
    void aForeignOperatorServerIsNotBelieved() throws IOException {
        Path file = path.resolve("operator.pem");
        Site another = new Site("Another", Clock.systemUTC());
        for (String pem : List.of(
                ServerFolder.pem(another.operator().certificate()),
                ServerFolder.pem(folder.site.communication().certificate()),
                "",
                "no certificate")) {
            Files.writeString(file, pem);
            assertRefused(Reason.KEY_FOREIGN, file);
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            folder.configure(OPERATOR, other.getLocalPort());
            assertRefused(Reason.PORT_TAKEN, "127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void aSpoolThatIsNoFolderIsNamed() throws IOException {
        Files.writeString(path.resolve("spool"), "");
        assertRefused(Reason.FOLDER_NOT_WRITABLE, "");
    }

    @Test
    void aWrongConfigurationIsNamed() throws IOException {
        Files.writeString(path.resolve("communication.json"), "{ \"nmae\": \"x\" }");
        assertRefused(Reason.CONFIGURATION_WRONG, "nmae");
    }

    @Test
    void theFolderOfAWholeSiteWillDoIfItHasOneCommunicationServer() throws Exception {
        assertEquals(
                path,
                InstalledSite.read(path.getParent(), Clock.systemUTC().instant())
                        .spool()
                        .getParent());
        Path second = Files.createDirectory(path.resolveSibling("communication-2"));
        Files.copy(path.resolve("communication.json"), second.resolve("communication.json"));
        assertSaid(run("--site", path.getParent().toString()), Reason.SITE_MISSING, "");
    }

    @Test
    void aWrongCommandIsNamed() {
        assertSaid(run(), Reason.COMMAND_WRONG, "--site");
        assertSaid(run("--site", path.toString(), "--fast"), Reason.COMMAND_WRONG, "--fast");
    }

    @Test
    void theSentenceIsInThePersonsLanguage() throws IOException {
        Files.delete(path.resolve("anchors.pem"));
        Locale.setDefault(Locale.GERMANY);
        String german = said(Reason.KEY_MISSING);
        Locale.setDefault(Locale.JAPAN);
        String japanese = said(Reason.KEY_MISSING);
        assertTrue(german.contains("Schlüssel"), german);
        assertTrue(japanese.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
        assertNotEquals(german, japanese);
    }

    private void assertRefused(Reason reason, Object place) {
        assertSaid(run("--site", path.toString()), reason, place.toString());
    }

    private String said(Reason reason) {
        Outcome outcome = run("--site", path.toString());
        assertSaid(outcome, reason, "");
        return outcome.err();
    }

    private static void assertSaid(Outcome outcome, Reason reason, String place) {
        assertNotEquals(0, outcome.code());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(outcome.err().contains("(" + reason.phoneCode() + ")"), outcome.err());
        assertTrue(outcome.err().contains(place), outcome.err());
    }

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }
}
