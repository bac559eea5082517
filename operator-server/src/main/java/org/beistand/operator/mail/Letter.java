package org.beistand.operator.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.beistand.protocol.value.MailAddress;

/** A {@link Mail} as it travels: RFC 5322, plain text in UTF-8. */
final class Letter extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    private final String id;

    /** @param id what the message is called, without the host */
    Letter(Session session, Mail mail, MailAddress sender, Instant now, String id) throws MessagingException {
        super(session);
        this.id = "<" + id + "@" + sender.host() + ">";
        setFrom(address(sender, mail.from()));
        setRecipient(Message.RecipientType.TO, address(mail.to(), ""));
        setSubject(mail.subject(), UTF_8);
        setSentDate(Date.from(now));
        // RFC 3834: no out-of-office note shall come back.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Content-Language", mail.language().locale().getLanguage());
        setText(mail.text().replace("\n", "\r\n"), UTF_8);
        saveChanges();
    }

    private static InternetAddress address(MailAddress address, String name) {
        try {
            return name.isEmpty()
                    ? new InternetAddress(address.value(), null, UTF_8)
                    : new InternetAddress(address.value(), name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
