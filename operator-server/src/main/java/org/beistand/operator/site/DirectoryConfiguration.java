package org.beistand.operator.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beistand.operator.login.Realms;
import org.beistand.operator.login.directory.DirectorySettings.Security;
import org.beistand.protocol.value.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code directory} of {@code operator.json}, explained in {@code docs/active-directory.md}. Files are beside
 * {@code operator.json}.
 *
 * <pre>
 * "directory": {
 *   "domain": "clinic.example",                      its DNS name
 *   "shortName": "CLINIC",                           what stands before the backslash
 *   "suffixes": ["clinic-group.example"],            optional: more that may stand behind the @
 *   "controllers": ["dc1.clinic.example", "dc2.clinic.example:636"],   as in their certificates, the preferred one first
 *   "security": "ldaps",                             optional: ldaps (port 636) or starttls (port 389)
 *   "certificates": "directory-ca.pem",              the authorities of the controllers' certificates
 *   "account": "svc-beistand@clinic.example",        who looks others up
 *   "passwordFile": "directory.password",            its password, in a file that only its owner can read
 *   "base": "DC=clinic,DC=example",                  optional: where to search; otherwise the whole domain
 *   "groups": ["Beistand Moderators"],               whose members are moderators: names, DNs or SIDs
 *   "plainNames": "directory",                       optional: directory or local, whose a name without a domain is
 *   "keytab": "operator.keytab",                     optional: takes tickets of the domain instead of passwords
 *   "tries": 4, "triesMinutes": 30                   optional: wrong passwords of one account, fewer than the domain allows
 * }
 * </pre>
 */
public record DirectoryConfiguration(
        String domain,
        Realms realms,
        List<Endpoint> controllers,
        Security security,
        String certificates,
        String account,
        String passwordFile,
        String base,
        List<String> groups,
        Optional<String> keytab,
        int tries,
        Duration triesWindow) {
    private static final int MOST = 20;

    /** As it stands in the file. */
    record Raw(
            @JsonProperty("domain") @Nullable String domain,
            @JsonProperty("shortName") @Nullable String shortName,
            @JsonProperty("suffixes") @Nullable List<String> suffixes,
            @JsonProperty("controllers") @Nullable List<String> controllers,
            @JsonProperty("security") @Nullable String security,
            @JsonProperty("certificates") @Nullable String certificates,
            @JsonProperty("account") @Nullable String account,
            @JsonProperty("passwordFile") @Nullable String passwordFile,
            @JsonProperty("base") @Nullable String base,
            @JsonProperty("groups") @Nullable List<String> groups,
            @JsonProperty("plainNames") @Nullable String plainNames,
            @JsonProperty("keytab") @Nullable String keytab,
            @JsonProperty("tries") @Nullable Integer tries,
            @JsonProperty("triesMinutes") @Nullable Integer triesMinutes) {
        DirectoryConfiguration checked() {
            String name = dns("domain", domain);
            String shortOne = StrictJson.text("shortName", shortName, 15);
            if (!shortOne.matches("[\\p{L}\\p{N}_-]+")) {
                throw new IllegalArgumentException("shortName");
            }
            List<String> others = suffixes == null
                    ? List.of()
                    : texts("suffixes", suffixes).stream()
                            .map(one -> dns("suffixes", one))
                            .toList();
            Security tls = tls();
            return new DirectoryConfiguration(
                    name,
                    new Realms(
                            Set.of(name, shortOne.toLowerCase(Locale.ROOT)),
                            Stream.concat(Stream.of(name), others.stream()).collect(Collectors.toSet()),
                            plain()),
                    texts("controllers", controllers).stream()
                            .map(one -> controller(one, tls))
                            .toList(),
                    tls,
                    StrictJson.text("certificates", certificates, 255),
                    lookUpAccount(),
                    StrictJson.text("passwordFile", passwordFile, 255),
                    base == null ? wholeDomain(name) : StrictJson.text("base", base, 1000),
                    texts("groups", groups),
                    Optional.ofNullable(keytab).map(one -> StrictJson.text("keytab", one, 255)),
                    StrictJson.number("tries", tries, 4, 1, 100),
                    Duration.ofMinutes(StrictJson.number("triesMinutes", triesMinutes, 30, 1, 1440)));
        }

        private Security tls() {
            return switch (security == null ? "ldaps" : security) {
                case "ldaps" -> Security.LDAPS;
                case "starttls" -> Security.START_TLS;
                default -> throw new IllegalArgumentException("security");
            };
        }

        private Realms.Plain plain() {
            return switch (plainNames == null ? "directory" : plainNames) {
                case "directory" -> Realms.Plain.DIRECTORY;
                case "local" -> Realms.Plain.LOCAL;
                default -> throw new IllegalArgumentException("plainNames");
            };
        }

        /** A DN or {@code name@domain}: what a controller takes in a bind without asking back. */
        private String lookUpAccount() {
            String name = StrictJson.text("account", account, 1000);
            if (!name.contains("@") && !name.contains("=")) {
                throw new IllegalArgumentException("account");
            }
            return name;
        }

        private static Endpoint controller(String text, Security security) {
            boolean withPort = text.matches(".*:\\d{1,5}");
            int usual = switch (security) {
                case LDAPS -> 636;
                case START_TLS -> 389;
            };
            return StrictJson.endpoint("controllers", withPort ? text : text + ":" + usual);
        }

        private static List<String> texts(String key, @Nullable List<String> values) {
            if (values == null || values.isEmpty() || values.size() > MOST) {
                throw new IllegalArgumentException(key);
            }
            return values.stream().map(one -> StrictJson.text(key, one, 1000)).toList();
        }

        private static String dns(String key, @Nullable String value) {
            String name = StrictJson.text(key, value, 255).toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")) {
                throw new IllegalArgumentException(key);
            }
            return name;
        }

        private static String wholeDomain(String domain) {
            return Arrays.stream(domain.split("\\.", -1))
                    .map(part -> "DC=" + part)
                    .collect(Collectors.joining(","));
        }
    }

    static Optional<DirectoryConfiguration> checked(@Nullable Raw raw) {
        return Optional.ofNullable(raw).map(Raw::checked);
    }
}
