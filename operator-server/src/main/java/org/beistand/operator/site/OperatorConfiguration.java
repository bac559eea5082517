package org.beistand.operator.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.beistand.operator.login.Policy;
import org.beistand.protocol.value.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * What {@code operator.json} says.
 *
 * <pre>
 * {
 *   "organisation": "Optics South",                   whose installation it is, as everybody will see it
 *   "listen": { "host": "0.0.0.0", "port": 2000 },    optional, these are the defaults; port 0 takes any that is free
 *   "numberLifeMinutes": 30,                          optional: how long a session number is good if nobody comes
 *   "sessionsPerModerator": 20,                       optional: how many sessions one moderator may have open
 *   "entitlementRequired": true,                      optional: whether moderators need valid training, briefing, undertaking
 *   "secondFactorRequired": false,                    optional: whether all users of our own need an authenticator
 *   "disablingEndsSessions": true,                    optional: whether a disabled user's running sessions end
 *   "directory": { ... },                             optional: the moderators' directory, see {@link DirectoryConfiguration}
 *   "mail": { ... }                                   optional: the mail server for invitations, see {@link MailConfiguration}
 * }
 * </pre>
 *
 * Unknown keys are refused.
 */
public record OperatorConfiguration(
        String organisation,
        Listen listen,
        Duration numberLife,
        int sessionsPerModerator,
        Policy policy,
        Optional<DirectoryConfiguration> directory,
        Optional<MailConfiguration> mail) {
    public static final String FILE = "operator.json";
    static final int LONGEST_ORGANISATION = 60;

    /** The socket of this machine on which the server listens. */
    public record Listen(String host, int port) {
        public static final Listen USUAL = new Listen("0.0.0.0", Endpoint.DEFAULT_PORT);
    }

    /** @param folder of the operator server */
    public static OperatorConfiguration read(Path folder) throws SiteRefused {
        return StrictJson.read(folder.resolve(FILE), Raw.class);
    }

    private record Raw(
            @JsonProperty("organisation") @Nullable String organisation,
            @JsonProperty("listen") @Nullable RawListen listen,
            @JsonProperty("numberLifeMinutes") @Nullable Integer numberLifeMinutes,
            @JsonProperty("sessionsPerModerator") @Nullable Integer sessionsPerModerator,
            @JsonProperty("entitlementRequired") @Nullable Boolean entitlementRequired,
            @JsonProperty("secondFactorRequired") @Nullable Boolean secondFactorRequired,
            @JsonProperty("disablingEndsSessions") @Nullable Boolean disablingEndsSessions,
            @JsonProperty("directory") DirectoryConfiguration.@Nullable Raw directory,
            @JsonProperty("mail") MailConfiguration.@Nullable Raw mail)
            implements StrictJson.Raw<OperatorConfiguration> {
        @Override
        public OperatorConfiguration checked() {
            return new OperatorConfiguration(
                    StrictJson.text("organisation", organisation, LONGEST_ORGANISATION),
                    listen == null ? Listen.USUAL : listen.checked(),
                    Duration.ofMinutes(StrictJson.number("numberLifeMinutes", numberLifeMinutes, 30, 1, 600)),
                    StrictJson.number("sessionsPerModerator", sessionsPerModerator, 20, 1, 1000),
                    new Policy(
                            !Boolean.FALSE.equals(entitlementRequired),
                            Boolean.TRUE.equals(secondFactorRequired),
                            !Boolean.FALSE.equals(disablingEndsSessions)),
                    DirectoryConfiguration.checked(directory),
                    MailConfiguration.checked(mail));
        }
    }

    private record RawListen(
            @JsonProperty("host") @Nullable String host,
            @JsonProperty("port") @Nullable Integer port) {
        Listen checked() {
            return new Listen(
                    host == null ? Listen.USUAL.host() : StrictJson.text("host", host, 255),
                    StrictJson.number("port", port, Listen.USUAL.port(), 0, 0xFFFF));
        }
    }
}
