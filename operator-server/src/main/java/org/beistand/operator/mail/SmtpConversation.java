package org.beistand.operator.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.beistand.protocol.value.Reason;
import org.beistand.transport.tls.PinnedTrust;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the mail server. Nothing but EHLO and STARTTLS is said before the server has proved itself; a server that
 * does not offer STARTTLS, or whose certificate is not believed, hears nothing more.
 */
final class SmtpConversation implements AutoCloseable {
    private static final String SMTP = "mail.smtp.";
    private static final int ID_BYTES = 16;
    private static final int OK = 250;

    private final MailSettings settings;
    private final InstantSource clock;
    private final SecureRandom random;
    private final PinnedTrust trust;
    private final MeteredSocket socket = new MeteredSocket();
    private final Session session;
    private final SMTPTransport transport;
    /** From here on the mail may arrive even if we do not hear of it. */
    private volatile boolean handedOver;

    SmtpConversation(MailSettings settings, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        String host = settings.server().host();
        trust = PinnedTrust.inServer(host, settings.anchors(), clock);
        session = Session.getInstance(properties());
        transport = new SMTPTransport(
                session, new URLName("smtp", host, settings.server().port(), null, null, null));
    }

    private Properties properties() {
        Properties all = new Properties();
        all.put(SMTP + "socketFactory", MeteredSocket.only(socket));
        // Otherwise the library would try again with a socket of its own when ours has failed.
        all.put(SMTP + "socketFactory.fallback", "false");
        all.put(SMTP + "starttls.enable", "true");
        all.put(SMTP + "starttls.required", "true");
        all.put(SMTP + "ssl.protocols", "TLSv1.3 TLSv1.2");
        all.put(SMTP + "ssl.socketFactory", tls().getSocketFactory());
        all.put(SMTP + "connectiontimeout", millis(settings.limits().connect().toMillis()));
        all.put(SMTP + "timeout", millis(settings.limits().answer().toMillis()));
        all.put(SMTP + "localhost", settings.sender().host());
        all.put(SMTP + "from", settings.sender().value());
        all.put(SMTP + "auth", String.valueOf(settings.account().isPresent()));
        // Inside TLS; the others are older than what protects them.
        all.put(SMTP + "auth.mechanisms", "PLAIN LOGIN");
        all.put(SMTP + "quitwait", "false");
        return all;
    }

    private static String millis(long millis) {
        return String.valueOf(millis);
    }

    private SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, random);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Proves the server and signs in. */
    void connect() throws NotSent {
        try {
            if (settings.account().isPresent()) {
                MailSettings.Account account = settings.account().get();
                // The library takes a string, of which copies stay until they are collected.
                String password = account.password().lend(bytes -> new String(bytes, StandardCharsets.UTF_8));
                transport.connect(settings.server().host(), settings.server().port(), account.user(), password);
            } else {
                transport.connect();
            }
            if (!transport.isSSL() || !trust.proved()) {
                throw new NotSent(Reason.MAIL_SERVER_NOT_GENUINE, "no TLS");
            }
        } catch (MessagingException e) {
            throw notConnected(e);
        }
    }

    private NotSent notConnected(MessagingException e) {
        Throwable inner = innermost(e);
        boolean untrusted = false;
        for (Throwable one = e; one != null; one = cause(one)) {
            untrusted |= one instanceof SSLException || one instanceof CertificateException;
        }
        int code = transport.getLastReturnCode();
        if (untrusted) {
            return new NotSent(Reason.MAIL_SERVER_NOT_GENUINE, words(inner));
        }
        if (inner instanceof IOException) {
            return new NotSent(Reason.MAIL_SERVER_UNREACHABLE, words(inner));
        }
        if (e instanceof AuthenticationFailedException) {
            return new NotSent(Reason.MAIL_REFUSED, "signing in was answered by " + code);
        }
        if (trust.proved()) {
            return new NotSent(Reason.MAIL_REFUSED, "inside TLS it answered " + code);
        }
        return code == OK
                ? new NotSent(Reason.MAIL_SERVER_NOT_GENUINE, "it offers no STARTTLS")
                : new NotSent(Reason.MAIL_SERVER_UNREACHABLE, "it answered " + code);
    }

    void send(Mail mail) throws NotSent {
        Instant now = clock.instant();
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Letter letter;
        try {
            letter = new Letter(
                    session,
                    mail,
                    settings.sender(),
                    now,
                    java.util.HexFormat.of().formatHex(id));
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter that cannot be written", e);
        }
        try {
            handedOver = true;
            transport.sendMessage(letter, letter.getAllRecipients());
        } catch (MessagingException e) {
            throw notTaken(e);
        }
    }

    private static NotSent notTaken(MessagingException e) {
        for (Throwable one = e; one != null; one = cause(one)) {
            switch (one) {
                case SMTPAddressFailedException recipient -> {
                    return new NotSent(
                            Reason.MAIL_RECIPIENT_REFUSED,
                            "the recipient was answered by " + recipient.getReturnCode());
                }
                case SMTPSenderFailedException sender -> {
                    return new NotSent(Reason.MAIL_REFUSED, "the sender was answered by " + sender.getReturnCode());
                }
                default -> {}
            }
        }
        if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() >= 400) {
            return new NotSent(Reason.MAIL_REFUSED, failed.getCommand() + " was answered by " + failed.getReturnCode());
        }
        return new NotSent(Reason.MAIL_UNCERTAIN, words(innermost(e)));
    }

    /** What is to be told if it takes too long. */
    Reason whenLate() {
        return handedOver ? Reason.MAIL_UNCERTAIN : Reason.MAIL_SERVER_UNREACHABLE;
    }

    /** From any thread: whoever waits in it waits no longer. */
    void cutOff() {
        try {
            socket.close();
        } catch (IOException e) {
            // It was broken already; nothing is lost.
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It was broken already; nothing is lost.
        }
        cutOff();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable inner = failure;
        for (Throwable next = cause(inner); next != null; next = cause(next)) {
            inner = next;
        }
        return inner;
    }

    private static @org.jspecify.annotations.Nullable Throwable cause(Throwable one) {
        return one instanceof MessagingException mail ? mail.getNextException() : one.getCause();
    }

    /** The words of our own machine; a mail server's could name the recipient. */
    private static String words(Throwable inner) {
        boolean ours = inner instanceof IOException || inner instanceof GeneralSecurityException;
        String message = ours ? inner.getMessage() : null;
        return inner.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
