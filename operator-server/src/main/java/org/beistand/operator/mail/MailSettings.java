package org.beistand.operator.mail;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.MailAddress;

/**
 * What an administrator says of his mail server.
 *
 * @param server named as in its certificate; TLS begins with STARTTLS, and there is nothing without it
 * @param anchors the only authorities whose certificate it may show
 * @param sender of every mail
 * @param account to sign in with, if it asks for one
 */
public record MailSettings(
        Endpoint server, List<X509Certificate> anchors, MailAddress sender, Optional<Account> account, Limits limits) {
    /** Who we are for the mail server. */
    public record Account(String user, Secret password) {
        @Override
        public String toString() {
            return "Account[hidden]";
        }
    }

    /**
     * @param connect for TCP
     * @param answer for one answer
     * @param mail for a whole mail, from the address of the host to the last answer
     * @param atOnce mails on their way at the same time
     */
    public record Limits(Duration connect, Duration answer, Duration mail, int atOnce) {
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 8);
    }

    public MailSettings {
        anchors = List.copyOf(anchors);
    }

    @Override
    public String toString() {
        return "MailSettings[" + server.host() + "]";
    }
}
