package org.beistand.operator.mail;

import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;

/**
 * A mail to one person, as plain text.
 *
 * @param from what stands beside the sender's address
 * @param language in which it is written
 */
public record Mail(MailAddress to, String from, String subject, String text, Language language) {
    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
