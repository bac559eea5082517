package org.beistand.moderator.invite;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.beistand.client.ui.base.Texts;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.SessionNumber;

/**
 * The e-mail to the customer: the number and what to do with it, in her language. It is made of the number alone; a password is
 * nothing that it could ever hold.
 */
record Invitation(String subject, String body) { // 001-22 001-49
    static Invitation of(SessionNumber number, Language customers) {
        Texts texts = new Texts(customers);
        return new Invitation(texts.of("invite.subject"), texts.of("invite.body", number.grouped()));
    }

    /** As a draft without a recipient (RFC 6068), whom the moderator's mail program knows best. */
    URI draft() {
        return URI.create("mailto:?subject=" + encoded(subject) + "&body=" + encoded(body.replace("\n", "\r\n")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
