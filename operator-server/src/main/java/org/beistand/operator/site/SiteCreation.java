package org.beistand.operator.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.SealingKey;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.protocol.value.Reason;

/**
 * Makes the keys and packages of a site, once. The folder appears whole or not at all; one that has anything in it is left as it
 * is.
 */
public final class SiteCreation { // 001-33, 001-95, 001-120
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SitePlan plan;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Path root;

    private SiteCreation(SitePlan plan, Path root, InstantSource clock, SecureRandom random) {
        this.plan = plan;
        this.root = root;
        this.clock = clock;
        this.random = random;
    }

    /** @throws SiteRefused SITE_EXISTS, CONFIGURATION_WRONG, DISK_FULL or FOLDER_NOT_WRITABLE */
    public static void create(Path folder, SitePlan plan, InstantSource clock, SecureRandom random) throws SiteRefused {
        plan.check();
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || !isFree(target)) {
            throw new SiteRefused(Reason.SITE_EXISTS, folder.toString());
        }
        try {
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, "." + target.getFileName() + ".new");
            try {
                new SiteCreation(plan, draft, clock, random).make();
                Files.deleteIfExists(target);
                move(draft, target);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new SiteRefused(reason(e), folder.toString());
        }
    }

    private static boolean isFree(Path target) throws SiteRefused {
        if (Files.notExists(target)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(target)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new SiteRefused(Reason.SITE_EXISTS, target.toString());
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target);
        }
    }

    private void make() throws IOException {
        SiteAuthority current = SiteAuthority.create(plan.organisation(), clock, random);
        SiteAuthority next = SiteAuthority.create(plan.organisation(), clock, random);
        Anchors anchors = Anchors.of(current, next);

        Path authority = folder(SiteFolder.AUTHORITY);
        KeyFile.write(authority.resolve("current.p12"), current.identity());
        KeyFile.write(authority.resolve("next.p12"), next.identity());

        Identity server = current.issueServer(
                CertifiedRole.OPERATOR_SERVER,
                "operator",
                List.of(plan.operator().host()));
        operator(server, current.issue(CertifiedRole.SESSION_ISSUER, "session issuer"), anchors);
        for (SitePlan.Communication one : plan.communications()) {
            communication(
                    one,
                    current.issueServer(
                            CertifiedRole.COMMUNICATION_SERVER,
                            one.name(),
                            List.of(one.address().host())),
                    server,
                    anchors);
        }
        Path moderator = meetingClient(SiteFolder.MODERATOR, anchors);
        KeyFile.write(moderator.resolve("device.p12"), current.issue(CertifiedRole.MODERATOR_DEVICE, "device-1"));
        Path attendee = meetingClient(SiteFolder.ATTENDEE, anchors);
        KeyFile.writeShipped(
                attendee.resolve("attendee.p12"), current.issue(CertifiedRole.ATTENDEE_PACKAGE, "attendee package"));
        Path administrator = client(SiteFolder.ADMINISTRATOR, anchors);
        KeyFile.write(
                administrator.resolve(SiteFolder.ADMINISTRATOR_KEY),
                current.issue(CertifiedRole.ADMINISTRATOR, "administrator"));
        KeyFile.write(
                client(SiteFolder.AUDITOR, anchors).resolve(SiteFolder.AUDITOR_KEY),
                current.issue(CertifiedRole.AUDITOR, "auditor"));
    }

    private void operator(Identity server, Identity issuer, Anchors anchors) throws IOException {
        Path folder = folder(SiteFolder.OPERATOR);
        KeyFile.write(folder.resolve(SiteFolder.OPERATOR_KEY), server);
        KeyFile.write(folder.resolve(SiteFolder.ISSUER_KEY), issuer);
        SealingKey.write(folder.resolve(SiteFolder.SEALING_KEY), anchors, random);
        anchors.write(folder.resolve(SiteFolder.ANCHORS));
        folder(SiteFolder.OPERATOR + "/" + SiteFolder.DATA);
        ObjectNode json = object().put("organisation", plan.organisation());
        json.set("listen", listen(plan.operator().port()));
        json.put("numberLifeMinutes", 30).put("sessionsPerModerator", 20);
        json.put("entitlementRequired", true).put("secondFactorRequired", false).put("disablingEndsSessions", true);
        write(folder.resolve(OperatorConfiguration.FILE), json);
    }

    private void communication(SitePlan.Communication one, Identity identity, Identity operator, Anchors anchors)
            throws IOException {
        String name = SiteFolder.COMMUNICATION + one.name();
        Path folder = folder(name);
        KeyFile.write(folder.resolve("communication.p12"), identity);
        anchors.write(folder.resolve(SiteFolder.ANCHORS));
        Files.writeString(folder.resolve("operator.pem"), pem(operator));
        folder(name + "/spool");
        ObjectNode json = object().put("name", one.name());
        json.set("listen", listen(one.address().port()));
        json.put("publicAddress", one.address().toString());
        json.put("operator", plan.operator().toString());
        write(folder.resolve("communication.json"), json);
    }

    /** Of those who meet, both must know whether a session needs a password. */
    private Path meetingClient(String name, Anchors anchors) throws IOException { // 001-135
        return client(
                name, anchors, object().put("sessionPassword", plan.passwordRequired() ? "required" : "optional"));
    }

    private Path client(String name, Anchors anchors) throws IOException {
        return client(name, anchors, object());
    }

    private Path client(String name, Anchors anchors, ObjectNode rules) throws IOException {
        Path folder = folder(name);
        anchors.write(folder.resolve(SiteFolder.ANCHORS));
        ObjectNode json = object().put("organisation", plan.organisation())
                .put("productLine", plan.productLine())
                .put("operator", plan.operator().toString());
        json.setAll(rules);
        plan.language()
                .ifPresent(language -> json.put("language", language.locale().getLanguage()));
        write(folder.resolve(ClientConfiguration.FILE), json);
        return folder;
    }

    private ObjectNode listen(int port) {
        return object().put("host", plan.bind()).put("port", port);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Path folder(String name) throws IOException {
        Path folder = root.resolve(name);
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        return Files.createDirectory(folder, ownerOnly);
    }

    private static void write(Path file, ObjectNode json) throws IOException {
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    private static String pem(Identity identity) {
        try {
            Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
            return "-----BEGIN CERTIFICATE-----\n"
                    + base64.encodeToString(identity.certificate().getEncoded()) + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private static Reason reason(IOException e) {
        String message = e instanceof FileSystemException file ? String.valueOf(file.getReason()) : e.getMessage();
        return String.valueOf(message).toLowerCase(Locale.ROOT).contains("no space left")
                ? Reason.DISK_FULL
                : Reason.FOLDER_NOT_WRITABLE;
    }
}
