package org.beistand.operator.login.directory;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.Endpoint;

/**
 * What an administrator says of his directory.
 *
 * @param domain its DNS name, in lower case
 * @param controllers the domain controllers, the preferred one first; named as in their certificates
 * @param security how TLS begins; there is nothing without TLS
 * @param anchors the only authorities whose certificates a controller may show
 * @param account who looks others up, {@code name@domain}
 * @param password of that account
 * @param base where people and groups are searched
 * @param groups whose members are moderators: SIDs, DNs or account names of groups
 */
public record DirectorySettings(
        String domain,
        List<Endpoint> controllers,
        Security security,
        List<X509Certificate> anchors,
        String account,
        Secret password,
        String base,
        List<String> groups,
        Limits limits) {
    /** How TLS begins. */
    public enum Security {
        /** At once, usually on port 636. */
        LDAPS,
        /** After one word in the clear, usually on port 389; whoever does not take it up is not spoken to. */
        START_TLS
    }

    /**
     * @param connect for TCP, and again for TLS
     * @param answer for one answer of one controller
     * @param question for one question to all controllers together; signing in takes three
     */
    public record Limits(Duration connect, Duration answer, Duration question) {
        public static final Limits USUAL =
                new Limits(Duration.ofMillis(1500), Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    public DirectorySettings {
        controllers = List.copyOf(controllers);
        anchors = List.copyOf(anchors);
        groups = List.copyOf(groups);
    }

    @Override
    public String toString() {
        return "DirectorySettings[" + domain + "]";
    }
}
