package org.beistand.operator.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail server's section of the configuration, and the files that belong to it. */
@Tag("001-22")
class MailConfigurationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String LEAST =
            "\"server\": \"mail.clinic.example\", \"certificates\": \"ca.pem\", \"sender\": \"beistand@clinic.example\"";
    private static final String WITH_ACCOUNT = LEAST + ", \"account\": \"beistand\", \"passwordFile\": \"pw\"";

    @TempDir
    Path folder;

    private final SiteAuthority authority =
            SiteAuthority.create("Clinic", InstantSource.fixed(NOW), new SecureRandom());

    private MailConfiguration mail(String section) throws Exception {
        Files.writeString(
                folder.resolve(OperatorConfiguration.FILE), "{\"organisation\":\"X\",\"mail\":{" + section + "}}");
        return OperatorConfiguration.read(folder).mail().orElseThrow();
    }

    @Test
    void isOffUnlessItIsThere() throws Exception {
        Files.writeString(folder.resolve(OperatorConfiguration.FILE), "{\"organisation\":\"X\"}");
        assertEquals(Optional.empty(), OperatorConfiguration.read(folder).mail());
    }

    @Test
    void hasDefaults() throws Exception {
        assertEquals(
                new MailConfiguration(
                        new Endpoint("mail.clinic.example", 587),
                        "ca.pem",
                        new MailAddress("beistand@clinic.example"),
                        Optional.empty(),
                        ZoneOffset.UTC,
                        Optional.empty(),
                        60),
                mail(LEAST));
    }

    @Test
    @Tag("000-87")
    void hasTheseKeys() throws Exception {
        assertEquals(
                new MailConfiguration(
                        new Endpoint("mail.clinic.example", 2525),
                        "ca.pem",
                        new MailAddress("beistand@clinic.example"),
                        Optional.of(new MailConfiguration.Account("beistand", "pw")),
                        ZoneId.of("Asia/Tokyo"),
                        Optional.of(URI.create("https://clinic.example/get")),
                        7),
                mail(WITH_ACCOUNT.replace("mail.clinic.example", "mail.clinic.example:2525") + """
                        , "timeZone": "Asia/Tokyo", "programPage": "https://clinic.example/get", "perModeratorAndDay": 7
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server | \"server\": \"mail.clinic.example\" | \"server\": \"\"",
                "certificates | \"ca.pem\" | \" \"",
                "sender | beistand@clinic.example | Beistand <beistand@clinic.example>",
                "account | \"account\": \"beistand\", | ''",
                "passwordFile | , \"passwordFile\": \"pw\" | ''",
                "password | \"passwordFile\" | \"password\"",
                "startTls | \"account\" | \"startTls\": false, \"account\"",
                "timeZone | \"account\" | \"timeZone\": \"Mars\", \"account\"",
                "programPage | \"account\" | \"programPage\": \"http://clinic.example\", \"account\"",
                "programPage | \"account\" | \"programPage\": \"https://clinic.example@evil.example\", \"account\"",
                "programPage | \"account\" | \"programPage\": \"javascript:alert(1)\", \"account\"",
                "perModeratorAndDay | \"account\" | \"perModeratorAndDay\": 0, \"account\""
            })
    void refusesEverythingElseAndNamesTheKey(String key, String from, String to) {
        String wrong = WITH_ACCOUNT.replace(from, to);
        assertTrue(!wrong.equals(WITH_ACCOUNT));
        SiteRefused refused = assertThrows(SiteRefused.class, () -> mail(wrong), wrong);
        assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
        assertTrue(refused.place().endsWith("(" + key + ")"), refused.place());
    }

    private void refused(Reason reason, String file) throws Exception {
        MailConfiguration configuration = mail(WITH_ACCOUNT);
        SiteRefused refused = assertThrows(SiteRefused.class, () -> MailSite.read(configuration, folder, NOW));
        assertEquals(reason, refused.reason());
        assertTrue(refused.place().contains(folder.resolve(file).toString()), refused.place());
    }

    @Test
    void readsTheFilesAndRefusesTheWrongOnes() throws Exception {
        Path ca = folder.resolve("ca.pem");
        Path password = folder.resolve("pw");
        refused(Reason.KEY_MISSING, "ca.pem");
        Files.writeString(ca, "nothing");
        refused(Reason.CONFIGURATION_WRONG, "ca.pem");
        write(ca, authority.certificate());
        refused(Reason.KEY_MISSING, "pw");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        refused(Reason.KEY_FOREIGN, "pw");
        Files.writeString(password, "käse und brot\n");
        MailSite read = MailSite.read(mail(WITH_ACCOUNT), folder, NOW);
        assertEquals(
                Secret.of("käse und brot"),
                read.settings().account().orElseThrow().password());
        assertEquals(List.of(authority.certificate()), read.settings().anchors());
        assertTrue(!read.toString().contains("käse"));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
        refused(Reason.KEY_READABLE_BY_OTHERS, "pw");
        assertEquals(
                Optional.empty(),
                MailSite.read(mail(LEAST), folder, NOW).settings().account());
    }

    private static void write(Path file, X509Certificate certificate) throws Exception {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
