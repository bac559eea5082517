package org.beistand.client.meeting;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.beistand.crypto.identity.Anchors;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.KeyFile;
import org.beistand.crypto.identity.KeyRefused;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.tls.TransportIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an installation gives to its clients: addresses, anchors and this program's key. What it says is all that
 * this program ever connects to.
 *
 * @param identity the key of this device, or of every attendee's package
 * @param language of the windows, if the installation has said one
 */
public record InstalledPackage(
        ClientPackage site, Anchors anchors, Identity identity, Optional<Language> language) { // 001-95 001-125
    private static final int LONGEST = 64 * 1024;

    /** The folder cannot be used; the path is what the person is told about. */
    public static final class Unusable extends Exception {
        private final Reason reason;
        private final Path place;

        Unusable(Reason reason, Path place) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.place = place;
        }

        public Reason reason() {
            return reason;
        }

        public Path place() {
            return place;
        }
    }

    /** {@code beistand.json} as it is written. */
    private record Written(
            @Nullable String organisation,
            @Nullable String productLine,
            @Nullable String operator,
            @Nullable String language,
            @Nullable String sessionPassword) {}

    /** A moderator's package: its key is this device's own and nobody else may read it. */
    public static InstalledPackage ofModerator(Path folder, Instant now) throws Unusable {
        Anchors anchors = anchors(folder);
        try {
            Identity own = KeyFile.read(folder.resolve("device.p12"), CertifiedRole.MODERATOR_DEVICE, anchors, now);
            return at(folder, anchors, own);
        } catch (KeyRefused e) {
            throw new Unusable(e.reason(), e.path());
        }
    }

    /** An attendee's package: its key is the same for everybody and no secret. */
    public static InstalledPackage ofAttendee(Path folder, Instant now) throws Unusable {
        Anchors anchors = anchors(folder);
        try {
            return at(folder, anchors, KeyFile.readShipped(folder.resolve("attendee.p12"), anchors, now));
        } catch (KeyRefused e) {
            throw new Unusable(e.reason(), e.path());
        }
    }

    /** The key as the outer connections need it. */
    public TransportIdentity transport() {
        return new TransportIdentity(identity.key(), identity.chain(), anchors.roots());
    }

    private static Anchors anchors(Path folder) throws Unusable {
        try {
            return Anchors.read(folder.resolve("anchors.pem"));
        } catch (KeyRefused e) {
            throw Files.isDirectory(folder)
                    ? new Unusable(e.reason(), e.path())
                    : new Unusable(Reason.SITE_MISSING, folder);
        }
    }

    private static boolean isRequired(@Nullable String sessionPassword) {
        return switch (sessionPassword == null ? "optional" : sessionPassword) {
            case "optional" -> false;
            case "required" -> true;
            default -> throw new IllegalArgumentException("sessionPassword");
        };
    }

    private static InstalledPackage at(Path folder, Anchors anchors, Identity identity) throws Unusable {
        Path file = folder.resolve("beistand.json");
        try {
            if (Files.size(file) > LONGEST) {
                throw new Unusable(Reason.CONFIGURATION_WRONG, file);
            }
            Written written = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file.toFile(), Written.class);
            if (written.organisation() == null || written.productLine() == null || written.operator() == null) {
                throw new Unusable(Reason.CONFIGURATION_WRONG, file);
            }
            return new InstalledPackage(
                    new ClientPackage(
                            written.organisation(),
                            written.productLine(),
                            Endpoint.parse(written.operator()),
                            isRequired(written.sessionPassword())),
                    anchors,
                    identity,
                    Optional.ofNullable(written.language()).map(tag -> Language.of(Locale.forLanguageTag(tag))));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(Reason.CONFIGURATION_WRONG, file);
        }
    }
}
