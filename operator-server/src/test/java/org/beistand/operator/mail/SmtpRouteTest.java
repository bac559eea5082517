package org.beistand.operator.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.beistand.crypto.identity.CertifiedRole;
import org.beistand.crypto.identity.Identity;
import org.beistand.crypto.identity.SiteAuthority;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.mail.MailServer.Beginning;
import org.beistand.operator.mail.MailServer.Inside;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails over real SMTP with real STARTTLS, and everything that can be in the way. */
@Tag("001-22")
class SmtpRouteTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final MailAddress ANNA = new MailAddress("anna@clinic.example");
    private static final Mail MAIL = new Mail(
            ANNA, "Optik Süd", "Ihre Einladung", "Guten Tag,\n\nIhre Sitzungsnummer:  042 137\n", Language.GERMAN);
    private static final MailSettings.Limits SHORT =
            new MailSettings.Limits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(4), 4);

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final SiteAuthority authority = SiteAuthority.create("Clinic", clock, random);
    private final GreenMail behind = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void aMailServer() {
        behind.setUser("beistand@clinic.example", "beistand", "käse & brot");
        behind.setUser("anna@clinic.example", "anna", "x");
        behind.start();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        behind.stop();
    }

    private Identity certificate(String... hosts) {
        return authority.issueServer(CertifiedRole.OPERATOR_SERVER, "mail", List.of(hosts));
    }

    private Inside greenMail() {
        return new Inside.Behind(behind.getSmtp().getPort());
    }

    private MailServer server(Beginning beginning, Identity identity, Inside inside) throws Exception {
        MailServer server = new MailServer(beginning, identity, inside);
        open.add(server);
        return server;
    }

    private SmtpRoute route(Endpoint server, X509Certificate anchor, InstantSource now, String password) {
        SmtpRoute route = new SmtpRoute(
                new MailSettings(
                        server,
                        List.of(anchor),
                        new MailAddress("beistand@optics.example"),
                        Optional.of(new MailSettings.Account("beistand", Secret.of(password))),
                        SHORT),
                now,
                random);
        open.add(route);
        return route;
    }

    private SmtpRoute route(MailServer server) {
        return route(server.address(), authority.certificate(), clock, "käse & brot");
    }

    /** The last line's end belongs to the mail or to SMTP, who could say. */
    private static String text(MimeMessage mail) throws Exception {
        return ((String) mail.getContent()).stripTrailing();
    }

    private Reason refused(SmtpRoute route, Mail mail) {
        NotSent refused = assertThrows(NotSent.class, () -> route.send(mail));
        for (String secret : List.of("anna", "clinic.example", "042", "137", "brot")) {
            assertFalse(String.valueOf(refused.getMessage()).contains(secret), refused.getMessage());
        }
        return refused.reason();
    }

    @Test
    @Tag("001-49")
    void aMailArrivesAsItWasWritten() throws Exception {
        MailServer server = server(Beginning.PROPER, certificate("localhost"), greenMail());
        route(server).send(MAIL);
        assertTrue(behind.waitForIncomingEmail(5000, 1));
        MimeMessage mail = behind.getReceivedMessages()[0];
        assertEquals("Ihre Einladung", mail.getSubject());
        assertEquals("Guten Tag,\r\n\r\nIhre Sitzungsnummer:  042 137", text(mail));
        assertArrayEquals(
                new Address[] {new InternetAddress("beistand@optics.example", "Optik Süd", "UTF-8")}, mail.getFrom());
        assertArrayEquals(new Address[] {new InternetAddress("anna@clinic.example")}, mail.getAllRecipients());
        assertEquals(Date.from(NOW), mail.getSentDate());
        assertTrue(mail.getMessageID().matches("<[0-9a-f]{32}@optics\\.example>"), mail.getMessageID());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertEquals("de", mail.getHeader("Content-Language", null));
        assertEquals("1.0", mail.getHeader("MIME-Version", null));
        assertTrue(mail.getContentType().replace("\"", "").equalsIgnoreCase("text/plain; charset=UTF-8"));
        assertTrue(mail.getHeader("Received", "").contains("localhost")
                || mail.getHeader("Return-Path", "").contains("beistand@optics.example"));
        assertEquals(List.of("EHLO optics.example", "STARTTLS"), server.inTheClear());
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageArrivesWhole(Language language) throws Exception {
        String text = switch (language) {
            case ENGLISH -> "Good day,\n\nyour number – “042 137”\n.\n..\n";
            case GERMAN -> "Grüße aus Österreich, Straße der Äpfel\n" + "x".repeat(3000) + "\n";
            case JAPANESE -> "お世話になっております。\nセッション番号: 042 137\n髙﨑 𠮷野\n";
        };
        String subject = switch (language) {
            case ENGLISH -> "Your invitation to a remote support session with O'Brien & Sons";
            case GERMAN -> "Ihre Einladung zu einer Fernwartungssitzung mit Größe & Söhne in Überlingen am Bodensee";
            case JAPANESE -> "光学機器サポートセンター リモートサポートセッションへのご招待（髙﨑 𠮷野）";
        };
        MailServer server = server(Beginning.PROPER, certificate("localhost"), greenMail());
        route(server).send(new Mail(ANNA, "光学 & \"Süd\" <x@y.z>", subject, text, language));
        assertTrue(behind.waitForIncomingEmail(5000, 1));
        MimeMessage mail = behind.getReceivedMessages()[0];
        assertEquals(subject, mail.getSubject());
        assertEquals(text.strip().replace("\n", "\r\n"), text(mail));
        assertEquals(1, mail.getFrom().length);
        assertEquals("光学 & \"Süd\" <x@y.z>", ((InternetAddress) mail.getFrom()[0]).getPersonal());
        assertEquals("beistand@optics.example", ((InternetAddress) mail.getFrom()[0]).getAddress());
        // What travels is ASCII, in lines that every mail server takes.
        List<String> headers = new ArrayList<>();
        mail.getAllHeaderLines().asIterator().forEachRemaining(headers::add);
        assertTrue(headers.stream().allMatch(line -> line.chars().allMatch(c -> c < 128)));
        assertTrue(new String(mail.getRawInputStream().readAllBytes(), "ISO-8859-1")
                .lines()
                .allMatch(line -> line.length() <= 78 && line.chars().allMatch(c -> c < 128)));
    }

    @Test
    void lineBreaksInNamesAndSubjectsMakeNoHeader() throws Exception {
        MailServer server = server(Beginning.PROPER, certificate("localhost"), greenMail());
        route(server)
                .send(new Mail(
                        ANNA,
                        "Optik\r\nBcc: berta@clinic.example",
                        "Hello\r\nBcc: berta@clinic.example\r\n\r\nAnother text",
                        "First\r\n.\r\nMAIL FROM:<x@y.example>\r\nRCPT TO:<berta@clinic.example>\r\nDATA\r\n",
                        Language.ENGLISH));
        assertTrue(behind.waitForIncomingEmail(5000, 1));
        assertEquals(1, behind.getReceivedMessages().length);
        MimeMessage mail = behind.getReceivedMessages()[0];
        assertEquals(null, mail.getHeader("Bcc"));
        assertArrayEquals(new Address[] {new InternetAddress("anna@clinic.example")}, mail.getAllRecipients());
        assertTrue(((String) mail.getContent()).contains("DATA"));
    }

    @Test
    void withoutAnAccountNobodySignsIn() throws Exception {
        MailServer server = server(Beginning.PROPER, certificate("localhost"), new Inside.Scripted(taking("250 ok")));
        SmtpRoute route = new SmtpRoute(
                new MailSettings(
                        server.address(),
                        List.of(authority.certificate()),
                        new MailAddress("beistand@optics.example"),
                        Optional.empty(),
                        SHORT),
                clock,
                random);
        open.add(route);
        route.send(MAIL);
        assertTrue(server.insideTls().contains("RCPT TO:<anna@clinic.example>"));
        assertTrue(server.insideTls().stream().noneMatch(line -> line.startsWith("AUTH")));
    }

    @Test
    void aWrongPasswordIsToldToTheAdministratorAtTheStart() throws Exception {
        MailServer server = server(Beginning.PROPER, certificate("localhost"), greenMail());
        SmtpRoute route = route(server.address(), authority.certificate(), clock, "wrong brot");
        assertEquals(
                Reason.MAIL_REFUSED, assertThrows(NotSent.class, route::check).reason());
        assertEquals(Reason.MAIL_REFUSED, refused(route, MAIL));
        route(server).check();
        assertEquals(0, behind.getReceivedMessages().length);
    }

    /** Nobody but the pinned authority's own, for exactly this host, now, gets a word more than EHLO and STARTTLS. */
    @Test
    void aServerThatDoesNotProveItselfHearsNothing() throws Exception {
        SiteAuthority foreign = SiteAuthority.create("Clinic", clock, random);
        MailServer proper = server(Beginning.PROPER, certificate("localhost"), greenMail());
        MailServer another = server(Beginning.PROPER, certificate("mail.clinic.example"), greenMail());
        MailServer wrongPurpose =
                server(Beginning.PROPER, authority.issue(CertifiedRole.MODERATOR_DEVICE, "localhost"), greenMail());
        InstantSource late = InstantSource.fixed(
                certificate("localhost").certificate().getNotAfter().toInstant().plusSeconds(1));
        InstantSource early = InstantSource.fixed(NOW.minus(Duration.ofDays(30)));
        X509Certificate anchor = authority.certificate();
        String password = "käse & brot";
        List<SmtpRoute> all = List.of(
                route(proper.address(), foreign.certificate(), clock, password),
                route(proper.address(), anchor, late, password),
                route(proper.address(), anchor, early, password),
                route(another.address(), anchor, clock, password),
                route(wrongPurpose.address(), anchor, clock, password),
                route(new Endpoint("127.0.0.1", proper.address().port()), anchor, clock, password));
        for (SmtpRoute one : all) {
            assertEquals(Reason.MAIL_SERVER_NOT_GENUINE, refused(one, MAIL));
        }
        for (MailServer one : List.of(proper, another, wrongPurpose)) {
            assertTrue(one.inTheClear().stream()
                    .allMatch(line -> line.equals("EHLO optics.example") || line.equals("STARTTLS")));
        }
        assertEquals(0, behind.getReceivedMessages().length);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidInTheClear(Beginning beginning) throws Exception {
        Inside strict = new Inside.Scripted(butTo("RCPT", Optional.of("550 no")));
        MailServer server =
                server(beginning, certificate("localhost"), beginning == Beginning.TALKS_AHEAD ? strict : greenMail());
        SmtpRoute route = route(server);
        switch (beginning) {
            case PROPER -> route.send(MAIL);
            case WITHOUT_STARTTLS, NOISE -> assertEquals(Reason.MAIL_SERVER_NOT_GENUINE, refused(route, MAIL));
            case SILENT, ENDLESS, STARTTLS_REFUSED, BUSY ->
                assertEquals(Reason.MAIL_SERVER_UNREACHABLE, refused(route, MAIL));
            // What was said ahead breaks TLS or is forgotten; in no case is it taken for an answer.
            case TALKS_AHEAD ->
                assertTrue(Set.of(Reason.MAIL_SERVER_NOT_GENUINE, Reason.MAIL_RECIPIENT_REFUSED)
                        .contains(refused(route, MAIL)));
        }
        List<String> harmless = List.of("EHLO optics.example", "HELO optics.example", "STARTTLS", "QUIT");
        assertEquals(
                List.of(),
                server.inTheClear().stream()
                        .filter(line -> !harmless.contains(line))
                        .toList());
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        MailServer server = server(Beginning.PROPER, certificate("localhost"), greenMail());
        server.close();
        assertEquals(Reason.MAIL_SERVER_UNREACHABLE, refused(route(server), MAIL));
        assertEquals(
                Reason.MAIL_SERVER_UNREACHABLE,
                refused(route(new Endpoint("mail.invalid", 587), authority.certificate(), clock, "x"), MAIL));
    }

    private static Function<String, Optional<String>> taking(String atTheEnd) {
        return line -> Optional.of(
                switch (line.split("[ :]")[0]) {
                    case "EHLO" -> "250-front\r\n250 AUTH PLAIN LOGIN";
                    case "AUTH" -> "235 welcome";
                    case "DATA" -> "354 go ahead";
                    case "." -> atTheEnd;
                    default -> "250 ok";
                });
    }

    private static Function<String, Optional<String>> butTo(String word, Optional<String> answer) {
        return line -> line.startsWith(word) ? answer : taking("250 ok").apply(line);
    }

    @Test
    void whateverTheServerRefusesIsAReasonOfItsOwn() throws Exception {
        record Case(Reason reason, Function<String, Optional<String>> server) {}
        Optional<String> unknown = Optional.of("550 5.1.1 <anna@clinic.example>: user unknown");
        List<Case> all = List.of(
                new Case(Reason.MAIL_RECIPIENT_REFUSED, butTo("RCPT", unknown)),
                new Case(Reason.MAIL_RECIPIENT_REFUSED, butTo("RCPT", Optional.of("451 4.7.1 anna: later"))),
                new Case(Reason.MAIL_REFUSED, butTo("MAIL", Optional.of("553 not you: anna@clinic.example"))),
                new Case(Reason.MAIL_REFUSED, butTo("AUTH", Optional.of("535 wrong brot"))),
                new Case(Reason.MAIL_REFUSED, butTo("DATA", Optional.of("552 full 042 137"))),
                new Case(Reason.MAIL_REFUSED, taking("554 5.7.1 spam: 042 137")),
                // It may have taken the mail, and only its answer is missing.
                new Case(Reason.MAIL_UNCERTAIN, butTo(".", Optional.empty())),
                new Case(Reason.MAIL_UNCERTAIN, butTo(".", Optional.of("nonsense anna"))),
                new Case(Reason.MAIL_SERVER_UNREACHABLE, butTo("EHLO", Optional.empty())),
                new Case(Reason.MAIL_SERVER_UNREACHABLE, butTo("AUTH", Optional.empty())));
        for (Case one : all) {
            MailServer server = server(Beginning.PROPER, certificate("localhost"), new Inside.Scripted(one.server()));
            assertEquals(one.reason(), refused(route(server), MAIL));
        }
    }

    @Test
    void aServerThatDripsIsCutOffWhenTheWholeTimeIsOver() throws Exception {
        AtomicInteger said = new AtomicInteger();
        // Each line comes just in time, and there is always one more.
        MailServer server = server(
                Beginning.PROPER, certificate("localhost"), new Inside.Scripted(line -> Optional.of("250-more")));
        SmtpRoute route = new SmtpRoute(
                new MailSettings(
                        server.address(),
                        List.of(authority.certificate()),
                        new MailAddress("beistand@optics.example"),
                        Optional.empty(),
                        new MailSettings.Limits(
                                Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofMillis(700), 1)),
                clock,
                random);
        open.add(route);
        assertEquals(Reason.MAIL_SERVER_UNREACHABLE, refused(route, MAIL));
        assertEquals(Reason.MAIL_SERVER_UNREACHABLE, refused(route, MAIL), "and its turn was given back");
        assertEquals(0, said.get());
    }

    @Test
    void aCrowdWaitsForItsTurnAndEverybodyIsAnswered() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        MailServer server = server(Beginning.PROPER, certificate("localhost"), new Inside.Scripted(line -> {
            if (line.startsWith("EHLO")) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
            } else if (line.equals(".")) {
                now.decrementAndGet();
            }
            return taking("250 ok").apply(line);
        }));
        SmtpRoute route = route(server);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(crowd.submit(() -> {
                    route.send(MAIL);
                    return true;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(
                20,
                server.insideTls().stream()
                        .filter(line -> line.startsWith("RCPT"))
                        .count());
        assertTrue(most.get() <= SHORT.atOnce(), "at once: " + most.get());
    }
}
