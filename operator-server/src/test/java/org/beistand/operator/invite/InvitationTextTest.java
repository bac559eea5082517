package org.beistand.operator.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.beistand.operator.mail.Mail;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the customer reads. */
@Tag("001-22")
@Tag("001-49")
class InvitationTextTest {
    private static final MailAddress ANNA = new MailAddress("anna@clinic.example");
    private static final PersonName MARTIN = new PersonName("Martin O'Neil");
    private static final Instant EXPIRES = Instant.parse("2026-11-21T13:30:00Z");
    private static final InvitationText TEXT =
            new InvitationText("Optik {0} 'Süd'", ZoneId.of("Europe/Vienna"), Optional.empty());

    private static StoredSession session(StoredSession.Stage stage) {
        return new StoredSession(
                SessionId.parse("00112233445566778899aabbccddeeff"),
                new SessionNumber(42_137),
                "local:martin",
                MARTIN,
                stage,
                "south",
                new Endpoint("meet.example", 2000),
                false,
                EXPIRES.minusSeconds(1800),
                EXPIRES,
                Optional.empty(),
                Optional.empty());
    }

    private static Mail mail(InvitationText text, StoredSession.Stage stage, Language language) {
        return text.mail(MARTIN, session(stage), ANNA, language);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoInvitesAndTheNumberInTwoGroups(Language language) {
        Mail mail = mail(TEXT, StoredSession.Stage.WAITING, language);
        assertEquals(ANNA, mail.to());
        assertEquals(language, mail.language());
        assertEquals("Optik {0} 'Süd'", mail.from());
        assertTrue(mail.subject().contains("Optik {0} 'Süd'"), mail.subject());
        assertFalse(mail.subject().contains("042"), "a subject is shown on locked telephones");
        assertTrue(mail.text().contains("Martin O'Neil"));
        assertTrue(mail.text().contains("Optik {0} 'Süd'"));
        assertTrue(mail.text().contains("  042 137\n"), mail.text());
        assertTrue(mail.text().contains("\n1. ")
                && mail.text().contains("\n2. ")
                && mail.text().contains("\n3. "));
        assertFalse(mail.text().replace("{0} 'Süd'", "").contains("{"), mail.text());
        assertTrue(mail.text().endsWith("\n"));
    }

    @Test
    void tellsUntilWhenInTheZoneOfTheInstallationAndItsDistanceToUtc() {
        assertTrue(mail(TEXT, StoredSession.Stage.OPEN, Language.ENGLISH)
                .text()
                .replaceAll("\\h", " ")
                .contains("The number is valid until November 21, 2026, 2:30 PM (UTC+01:00), if"));
        assertTrue(mail(TEXT, StoredSession.Stage.OPEN, Language.GERMAN)
                .text()
                .contains("Die Nummer gilt bis 21. November 2026, 14:30 (UTC+01:00), falls"));
        assertTrue(mail(TEXT, StoredSession.Stage.OPEN, Language.JAPANESE)
                .text()
                .contains("この番号は 2026年11月21日 14:30 (UTC+01:00) まで有効です"));
        InvitationText utc = new InvitationText("X", ZoneOffset.UTC, Optional.empty());
        assertTrue(mail(utc, StoredSession.Stage.OPEN, Language.GERMAN).text().contains("13:30 (UTC+00:00)"));
    }

    @ParameterizedTest
    @EnumSource
    void whoIsInvitedLateHearsNoTime(Language language) {
        String text = mail(TEXT, StoredSession.Stage.RUNNING, language).text();
        assertFalse(text.contains("UTC"), text);
        assertFalse(text.contains("2026"), text);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("000-87")
    void saysWhereTheProgramIs(Language language) {
        URI page = URI.create("https://optics.example/beistand?for=customers");
        InvitationText with = new InvitationText("X", ZoneOffset.UTC, Optional.of(page));
        assertTrue(mail(with, StoredSession.Stage.OPEN, language).text().contains(page.toString()));
        assertFalse(mail(TEXT, StoredSession.Stage.OPEN, language).text().contains("http"));
    }

    /** Whoever has the mail has the number; the password goes another way. */
    @ParameterizedTest
    @EnumSource
    @Tag("001-135")
    void thereAreNoDigitsButTheNumberAndTheTime(Language language) {
        String text = mail(TEXT, StoredSession.Stage.RUNNING, language).text();
        assertEquals("042137123", text.replace("Optik {0} 'Süd'", "").replaceAll("[^0-9]", ""));
    }
}
