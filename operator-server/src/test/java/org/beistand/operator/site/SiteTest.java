package org.beistand.operator.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** An installation on disk. */
class SiteTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final SitePlan PLAN = new SitePlan(
            "Optik Süd",
            "powered by Beistand",
            new Endpoint("support.example.org", 2000),
            List.of(
                    new SitePlan.Communication("ks1", new Endpoint("ks1.example.org", 2000)),
                    new SitePlan.Communication("ks2", new Endpoint("2001:db8::7", 2100))),
            "0.0.0.0",
            false,
            Optional.of(Language.GERMAN));

    @TempDir
    Path folder;

    private Path site;

    @BeforeEach
    void create() throws SiteRefused {
        site = folder.resolve("site");
        create(site, PLAN);
    }

    private static void create(Path where, SitePlan plan) throws SiteRefused {
        SiteCreation.create(where, plan, InstantSource.fixed(NOW), new SecureRandom());
    }

    private static void assertRefused(Reason reason, Path place, Executable executable) {
        SiteRefused refused = assertThrows(SiteRefused.class, executable);
        assertEquals(reason, refused.reason());
        assertTrue(refused.place().startsWith(place.toString()), refused.place());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            Set<String> found = new TreeSet<>();
            all.filter(path -> !path.equals(site))
                    .forEach(path -> found.add(site.relativize(path).toString()));
            return found;
        }
    }

    @Test
    @Tag("001-33")
    void hasAFolderForEachPart() throws IOException {
        assertEquals(
                new TreeSet<>(List.of(
                        "administrator",
                        "administrator/administrator.p12",
                        "administrator/anchors.pem",
                        "administrator/beistand.json",
                        "attendee-package",
                        "attendee-package/anchors.pem",
                        "attendee-package/attendee.p12",
                        "attendee-package/beistand.json",
                        "auditor",
                        "auditor/anchors.pem",
                        "auditor/auditor.p12",
                        "auditor/beistand.json",
                        "authority",
                        "authority/current.p12",
                        "authority/next.p12",
                        "communication-ks1",
                        "communication-ks1/anchors.pem",
                        "communication-ks1/communication.json",
                        "communication-ks1/communication.p12",
                        "communication-ks1/operator.pem",
                        "communication-ks1/spool",
                        "communication-ks2",
                        "communication-ks2/anchors.pem",
                        "communication-ks2/communication.json",
                        "communication-ks2/communication.p12",
                        "communication-ks2/operator.pem",
                        "communication-ks2/spool",
                        "moderator-package",
                        "moderator-package/anchors.pem",
                        "moderator-package/beistand.json",
                        "moderator-package/device.p12",
                        "operator",
                        "operator/anchors.pem",
                        "operator/data",
                        "operator/operator.json",
                        "operator/operator.p12",
                        "operator/second-factor.key",
                        "operator/session-issuer.p12")),
                files());
    }

    @Test
    void nobodyElseCanLookIn() throws IOException {
        try (Stream<Path> all = Files.walk(site)) {
            for (Path path : all.toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (Files.isDirectory(path)) {
                    assertEquals("rwx------", rights, path.toString());
                } else if (path.toString().matches(".*\\.(p12|key)") && !path.endsWith("attendee.p12")) {
                    assertEquals("rw-------", rights, path.toString());
                }
            }
        }
    }

    @Test
    @Tag("001-95")
    @Tag("001-125")
    void packagesNameTheOneOperatorServer() throws Exception {
        for (String name : List.of("moderator-package", "attendee-package", "administrator")) {
            assertEquals(
                    new ClientConfiguration("Optik Süd", "powered by Beistand", PLAN.operator()),
                    ClientConfiguration.read(site.resolve(name)));
            assertEquals("de", json(name + "/beistand.json").get("language").asText());
        }
        JsonNode second = json("communication-ks2/communication.json");
        assertEquals("ks2", second.get("name").asText());
        assertEquals("[2001:db8::7]:2100", second.get("publicAddress").asText());
        assertEquals("support.example.org:2000", second.get("operator").asText());
        assertEquals(
                "{\"host\":\"0.0.0.0\",\"port\":2100}", second.get("listen").toString());
        assertEquals(4, second.size());
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readString(site.resolve(file)));
    }

    @Test
    @Tag("001-32")
    @Tag("001-124")
    void everyPartHasAKeyOfItsOwnForItsRoleOnly() throws Exception {
        Anchors anchors = Anchors.read(site.resolve("attendee-package/anchors.pem"));
        assertEquals(2, anchors.roots().size());
        Set<Object> keys = new java.util.HashSet<>();
        record Part(String file, CertifiedRole role) {}
        List<Part> parts = List.of(
                new Part("operator/operator.p12", CertifiedRole.OPERATOR_SERVER),
                new Part("operator/session-issuer.p12", CertifiedRole.SESSION_ISSUER),
                new Part("communication-ks1/communication.p12", CertifiedRole.COMMUNICATION_SERVER),
                new Part("communication-ks2/communication.p12", CertifiedRole.COMMUNICATION_SERVER),
                new Part("moderator-package/device.p12", CertifiedRole.MODERATOR_DEVICE),
                new Part("administrator/administrator.p12", CertifiedRole.ADMINISTRATOR),
                new Part("auditor/auditor.p12", CertifiedRole.AUDITOR),
                new Part("authority/current.p12", CertifiedRole.SITE_AUTHORITY),
                new Part("authority/next.p12", CertifiedRole.SITE_AUTHORITY));
        for (Part part : parts) {
            Identity identity = KeyFile.read(site.resolve(part.file()), part.role(), anchors, NOW);
            assertTrue(keys.add(identity.certificate().getPublicKey()), part.file());
        }
        Identity attendee = KeyFile.readShipped(site.resolve("attendee-package/attendee.p12"), anchors, NOW);
        assertTrue(keys.add(attendee.certificate().getPublicKey()));
    }

    @Test
    void isNeverMadeTwice() throws Exception {
        Set<String> before = files();
        byte[] key = Files.readAllBytes(site.resolve("operator/operator.p12"));
        assertRefused(Reason.SITE_EXISTS, site, () -> create(site, PLAN));
        assertEquals(before, files());
        assertArrayEquals(key, Files.readAllBytes(site.resolve("operator/operator.p12")));
        Path used = Files.createDirectory(folder.resolve("used"));
        Files.writeString(used.resolve("letter.txt"), "mine");
        assertRefused(Reason.SITE_EXISTS, used, () -> create(used, PLAN));
        create(Files.createDirectory(folder.resolve("empty")), PLAN);
        assertTrue(Files.exists(folder.resolve("empty/operator/operator.p12")));
    }

    @Test
    void leavesNothingBehindWhenItCannotBe() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThrows(SiteRefused.class, () -> create(file.resolve("site"), PLAN));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    Set.of("site", "file"),
                    Set.copyOf(all.map(path -> path.getFileName().toString()).toList()));
        }
    }

    @Test
    void refusesPlansThatCannotWork() {
        Endpoint operator = PLAN.operator();
        List<SitePlan.Communication> good = PLAN.communications();
        List<SitePlan> plans = List.of(
                plan("", operator, good),
                plan("x".repeat(61), operator, good),
                plan("X", operator, List.of()),
                plan("X", operator, List.of(good.getFirst(), good.getFirst())),
                plan("X", operator, List.of(new SitePlan.Communication("ks1", operator))),
                plan("X", operator, List.of(new SitePlan.Communication("../ks", new Endpoint("ks", 1)))),
                plan("X", operator, List.of(new SitePlan.Communication("", new Endpoint("ks", 1)))));
        for (SitePlan plan : plans) {
            SiteRefused refused = assertThrows(SiteRefused.class, () -> create(folder.resolve("other"), plan));
            assertEquals(Reason.CONFIGURATION_WRONG, refused.reason());
        }
        assertFalse(Files.exists(folder.resolve("other")));
    }

    private static SitePlan plan(String organisation, Endpoint operator, List<SitePlan.Communication> servers) {
        return new SitePlan(organisation, "line", operator, servers, "0.0.0.0", false, Optional.empty());
    }

    @Test
    void aServerNamesTheKeyThatIsWrong() throws Exception {
        Path key = site.resolve("operator/session-issuer.p12");
        assertEquals(
                "Optik Süd",
                OperatorSite.read(site, NOW, new SecureRandom()).configuration().organisation());
        assertEquals(
                site.resolve("operator/data"),
                OperatorSite.read(site.resolve("operator"), NOW, new SecureRandom())
                        .database());

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(Reason.KEY_READABLE_BY_OTHERS, key, () -> OperatorSite.read(site, NOW, new SecureRandom()));
        Files.delete(key);
        assertRefused(Reason.KEY_MISSING, key, () -> OperatorSite.read(site, NOW, new SecureRandom()));
        Files.copy(site.resolve("moderator-package/device.p12"), key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertRefused(Reason.KEY_FOREIGN, key, () -> OperatorSite.read(site, NOW, new SecureRandom()));

        Path other = folder.resolve("other");
        create(other, PLAN);
        Path foreign = other.resolve("administrator/administrator.p12");
        Files.delete(foreign);
        Files.copy(site.resolve("administrator/administrator.p12"), foreign);
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rw-------"));
        assertRefused(Reason.KEY_FOREIGN, foreign, () -> AdministratorSite.read(other, NOW));
        assertRefused(Reason.SITE_MISSING, folder, () -> OperatorSite.read(folder, NOW, new SecureRandom()));
        assertRefused(Reason.SITE_MISSING, folder, () -> AdministratorSite.read(folder, NOW));
    }
}
