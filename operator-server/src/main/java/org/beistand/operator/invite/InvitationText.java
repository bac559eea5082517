package org.beistand.operator.invite;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.beistand.operator.mail.Mail;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;

/**
 * The words of an invitation, in the customer's language. They are made of what the server itself knows; a session password is
 * nothing that it ever learns.
 *
 * @param organisation whose installation it is
 * @param zone in which times are told, with their distance to UTC
 * @param programPage where a customer gets the program, if there is such a page
 */
public record InvitationText(String organisation, ZoneId zone, Optional<URI> programPage) { // 001-22
    Mail mail(PersonName moderator, StoredSession session, MailAddress to, Language language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.beistand.operator.invite.invitation",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> parts = new ArrayList<>();
        parts.add(say(words, language, "greeting"));
        parts.add(say(words, language, "who", moderator.value(), organisation));
        parts.add(say(words, language, "number", session.number().grouped()));
        parts.add(steps(words, language, moderator));
        parts.add(until(words, language, session));
        parts.add(say(words, language, "safe"));
        parts.add(say(words, language, "never", organisation));
        parts.add(say(words, language, "doubt", organisation));
        parts.add(say(words, language, "automatic"));
        return new Mail(
                to,
                organisation,
                say(words, language, "subject", organisation),
                String.join("\n\n", parts) + "\n",
                language);
    }

    private String steps(ResourceBundle words, Language language, PersonName moderator) {
        String page = programPage
                .map(where -> "\n   " + say(words, language, "page", where.toASCIIString()))
                .orElse("");
        return say(words, language, "how")
                + "\n1. " + say(words, language, "start") + page
                + "\n2. " + say(words, language, "enter")
                + "\n3. " + say(words, language, "wait", moderator.value());
    }

    private String until(ResourceBundle words, Language language, StoredSession session) {
        return switch (session.stage()) {
            case OPEN, WAITING -> say(words, language, "until", time(session.expires(), language));
            // Somebody is there already, and the number is good for as long as they meet.
            case RUNNING, ENDED -> say(words, language, "running");
        };
    }

    private String time(Instant instant, Language language) {
        ZonedDateTime when = instant.atZone(zone);
        String words = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(when);
        return words + " (" + DateTimeFormatter.ofPattern("'UTC'xxx").format(when) + ")";
    }

    private static String say(ResourceBundle words, Language language, String key, Object... values) {
        return new MessageFormat(words.getString(key), language.locale()).format(values);
    }
}
