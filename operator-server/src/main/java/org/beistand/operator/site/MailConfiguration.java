package org.beistand.operator.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code mail} of {@code operator.json}, explained in {@code docs/invitations-by-mail.md}. Files are beside
 * {@code operator.json}.
 *
 * <pre>
 * "mail": {
 *   "server": "mail.clinic.example:587",             as in its certificate; it must offer STARTTLS; optional: the port
 *   "certificates": "mail-ca.pem",                   the authorities of its certificate
 *   "sender": "beistand@clinic.example",             from whom the invitations come
 *   "account": "beistand",                           optional, with passwordFile: to sign in at the mail server
 *   "passwordFile": "mail.password",                 its password, in a file that only its owner can read
 *   "timeZone": "Europe/Vienna",                     optional: in which times are told, otherwise UTC
 *   "programPage": "https://clinic.example/beistand", optional: where customers get the program
 *   "perModeratorAndDay": 60                         optional: invitations of one moderator in 24 hours
 * }
 * </pre>
 */
public record MailConfiguration(
        Endpoint server,
        String certificates,
        MailAddress sender,
        Optional<Account> account,
        ZoneId timeZone,
        Optional<URI> programPage,
        int perModeratorAndDay) {
    private static final int SUBMISSION = 587;

    /** Who signs in at the mail server. */
    public record Account(String user, String passwordFile) {}

    /** As it stands in the file. */
    record Raw(
            @JsonProperty("server") @Nullable String server,
            @JsonProperty("certificates") @Nullable String certificates,
            @JsonProperty("sender") @Nullable String sender,
            @JsonProperty("account") @Nullable String account,
            @JsonProperty("passwordFile") @Nullable String passwordFile,
            @JsonProperty("timeZone") @Nullable String timeZone,
            @JsonProperty("programPage") @Nullable String programPage,
            @JsonProperty("perModeratorAndDay") @Nullable Integer perModeratorAndDay) {
        MailConfiguration checked() {
            String name = StrictJson.text("server", server, 255);
            return new MailConfiguration(
                    StrictJson.endpoint("server", name.matches(".*:\\d{1,5}") ? name : name + ":" + SUBMISSION),
                    StrictJson.text("certificates", certificates, 255),
                    MailAddress.parse(StrictJson.text("sender", sender, MailAddress.LONGEST))
                            .orElseThrow(() -> new IllegalArgumentException("sender")),
                    whoSignsIn(),
                    zone(),
                    Optional.ofNullable(programPage).map(Raw::page),
                    StrictJson.number("perModeratorAndDay", perModeratorAndDay, 60, 1, 1000));
        }

        private Optional<Account> whoSignsIn() {
            if (account == null && passwordFile == null) {
                return Optional.empty();
            }
            return Optional.of(new Account(
                    StrictJson.text("account", account, 255), StrictJson.text("passwordFile", passwordFile, 255)));
        }

        private ZoneId zone() {
            try {
                return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("timeZone", e);
            }
        }

        private static URI page(String text) {
            try {
                URI page = new URI(StrictJson.text("programPage", text, 500));
                // A page of the company, without a name or a password in front of its host.
                if ("https".equals(page.getScheme()) && page.getHost() != null && page.getRawUserInfo() == null) {
                    return page;
                }
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("programPage", e);
            }
            throw new IllegalArgumentException("programPage");
        }
    }

    static Optional<MailConfiguration> checked(@Nullable Raw raw) {
        return Optional.ofNullable(raw).map(Raw::checked);
    }
}
