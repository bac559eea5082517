package org.beistand.operator.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.login.Realms;
import org.beistand.operator.login.directory.DirectorySettings.Security;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directory's section of the configuration, and the files that belong to it. */
class DirectoryConfigurationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final String LEAST = """
            "domain": "Clinic.example", "shortName": "CLINIC", "controllers": ["dc1.clinic.example"],
            "certificates": "ca.pem", "account": "svc@clinic.example", "passwordFile": "pw", "groups": ["Support"]""";

    @TempDir
    Path folder;

    private final SiteAuthority authority =
            SiteAuthority.create("Clinic", InstantSource.fixed(NOW), new SecureRandom());
    private final X509Certificate operator = authority
            .issueServer(CertifiedRole.OPERATOR_SERVER, "operator", List.of("op.clinic.example", "192.0.2.9"))
            .certificate();

    private DirectoryConfiguration directory(String section) throws Exception {
        Files.writeString(
                folder.resolve(OperatorConfiguration.FILE), "{\"organisation\":\"X\",\"directory\":{" + section + "}}");
        return OperatorConfiguration.read(folder).directory().orElseThrow();
    }

    @Test
    @Tag("001-99")
    void hasDefaults() throws Exception {
        assertEquals(
                new DirectoryConfiguration(
                        "clinic.example",
                        new Realms(
                                Set.of("clinic.example", "clinic"), Set.of("clinic.example"), Realms.Plain.DIRECTORY),
                        List.of(new Endpoint("dc1.clinic.example", 636)),
                        Security.LDAPS,
                        "ca.pem",
                        "svc@clinic.example",
                        "pw",
                        "DC=clinic,DC=example",
                        List.of("Support"),
                        Optional.empty(),
                        4,
                        Duration.ofMinutes(30)),
                directory(LEAST));
    }

    @Test
    void hasTheseKeys() throws Exception {
        DirectoryConfiguration all = directory(LEAST.replace("\"dc1.clinic.example\"", "\"dc1:1636\", \"dc2\"") + """
                , "suffixes": ["group.example"], "security": "starttls", "base": "OU=Vienna,DC=clinic,DC=example",
                "plainNames": "local", "keytab": "k", "tries": 9, "triesMinutes": 10""");
        assertEquals(List.of(new Endpoint("dc1", 1636), new Endpoint("dc2", 389)), all.controllers());
        assertEquals(
                new Realms(
                        Set.of("clinic.example", "clinic"),
                        Set.of("clinic.example", "group.example"),
                        Realms.Plain.LOCAL),
                all.realms());
        assertEquals("OU=Vienna,DC=clinic,DC=example", all.base());
        assertEquals(Optional.of("k"), all.keytab());
        assertEquals(9, all.tries());
        assertEquals(Duration.ofMinutes(10), all.triesWindow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain | \"domain\": \"Clinic.example\" | \"domain\": \"clinic\"",
                "shortName | \"shortName\": \"CLINIC\" | \"shortName\": \"A\\\\\\\\B\"",
                "controllers | [\"dc1.clinic.example\"] | []",
                "certificates | \"ca.pem\" | \" \"",
                "account | \"svc@clinic.example\" | \"svc\"",
                "passwordFile | \"passwordFile\": \"pw\", | ''",
                "password | \"passwordFile\" | \"password\"",
                "groups | [\"Support\"] | []",
                "security | \"groups\" | \"security\": \"plain\", \"groups\"",
                "plainNames | \"groups\" | \"plainNames\": \"both\", \"groups\"",
                "keytab | \"groups\" | \"keytab\": \"\", \"groups\"",
                "tries | \"groups\" | \"tries\": 0, \"groups\""
            })
    void refusesEverythingElseAndNamesTheKey(String key, String from, String to) {
        String wrong = LEAST.replace(from, to);
        assertTrue(!wrong.equals(LEAST));
        SiteRefused refused = assertThrows(SiteRefused.class, () -> directory(wrong), wrong);
        assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
        assertTrue(refused.place().endsWith("(" + key + ")"), refused.place());
    }

    private void refused(Reason reason, String file) throws Exception {
        refused(reason, file, LEAST);
    }

    private void refused(Reason reason, String file, String section) throws Exception {
        DirectoryConfiguration configuration = directory(section);
        SiteRefused refused =
                assertThrows(SiteRefused.class, () -> DirectorySite.read(configuration, folder, operator, NOW));
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
        write(
                ca,
                authority
                        .issueServer(CertifiedRole.OPERATOR_SERVER, "dc1", List.of("dc1"))
                        .certificate());
        refused(Reason.CONFIGURATION_WRONG, "ca.pem");
        InstantSource then = InstantSource.fixed(NOW.minus(Duration.ofDays(20_000)));
        write(ca, SiteAuthority.create("Clinic", then, new SecureRandom()).certificate());
        refused(Reason.CONFIGURATION_WRONG, "ca.pem");
        write(ca, authority.certificate());
        refused(Reason.KEY_MISSING, "pw");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        refused(Reason.KEY_FOREIGN, "pw");
        Files.writeString(password, "käse und brot\r\nmore\n");
        DirectorySite read = DirectorySite.read(directory(LEAST), folder, operator, NOW);
        assertEquals(Secret.of("käse und brot"), read.settings().password());
        assertEquals(List.of(authority.certificate()), read.settings().anchors());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r-----"));
        refused(Reason.KEY_READABLE_BY_OTHERS, "pw");
    }

    @Test
    @Tag("001-42")
    void readsTheKeytabOfThisServerAndOfNobodyElse() throws Exception {
        write(folder.resolve("ca.pem"), authority.certificate());
        Path keytab = folder.resolve("k");
        String section = LEAST + ", \"keytab\": \"k\"";
        for (Path file : List.of(folder.resolve("pw"), keytab)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(folder.resolve("pw"), "password");
        assertEquals(
                Optional.empty(),
                DirectorySite.read(directory(LEAST), folder, operator, NOW).tickets());
        refused(Reason.CONFIGURATION_WRONG, "k", section);
        for (String host : List.of("op.clinic.example", "192.0.2.9")) {
            Files.write(keytab, KeytabFile.of("CLINIC.EXAMPLE", 18, 32, "HTTP", host));
            assertEquals(
                    "HTTP/" + host + "@CLINIC.EXAMPLE",
                    DirectorySite.read(directory(section), folder, operator, NOW)
                            .tickets()
                            .orElseThrow()
                            .service()
                            .getName());
        }
        Files.setPosixFilePermissions(keytab, PosixFilePermissions.fromString("rw-r-----"));
        refused(Reason.KEY_READABLE_BY_OTHERS, "k", section);
        Files.setPosixFilePermissions(keytab, PosixFilePermissions.fromString("rw-------"));
        Files.write(keytab, KeytabFile.of("CLINIC.EXAMPLE", 18, 32, "HTTP", "www.clinic.example"));
        refused(Reason.KEY_FOREIGN, "k", section);
        Files.delete(keytab);
        refused(Reason.KEY_MISSING, "k", section);
    }

    private static void write(Path file, X509Certificate certificate) throws Exception {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(certificate.getEncoded());
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }
}
