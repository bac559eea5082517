package org.beistand.operator.report;

import static org.beistand.operator.SampleReports.ATTENDEE;
import static org.beistand.operator.SampleReports.HASH;
import static org.beistand.operator.SampleReports.MODERATOR;
import static org.beistand.operator.SampleReports.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.beistand.operator.SampleReports;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report as an auditor reads it. */
class ReadableReportTest {
    private static final SessionId SESSION = SessionId.parse("00112233445566778899aabbccddeeff");
    private static final Instant BEGAN = Instant.parse("2026-11-21T22:30:05Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static String text(SessionReport report) {
        return ReportText.of(report, Optional.of(SampleReports.VOUCHED), Language.ENGLISH, ZONE);
    }

    private static String with(Testimony... testimony) {
        return text(SampleReports.with(SESSION, BEGAN, List.of(testimony)));
    }

    private static void assertLine(String expected, String text) {
        assertTrue(text.lines().anyMatch(line -> line.contains(expected)), () -> expected + "\nis not in\n" + text);
    }

    @Test
    @Tag("001-75")
    @Tag("001-76")
    @Tag("001-77")
    @Tag("001-78")
    @Tag("001-79")
    @Tag("001-80")
    void tellsWhenWhoHowLongHowMuchAndHowItEnded() {
        String text = text(SampleReports.full(SESSION, BEGAN));
        assertLine("Session: 00112233445566778899aabbccddeeff", text);
        assertLine("Date: Sunday, November 22, 2026", text);
        assertLine("Began: 07:30:05 +09:00", text);
        assertLine("Duration: 12 min 34 s", text);
        assertLine("Moderator: Anna Weber (Optik Süd)", text);
        assertLine("How it ended: The moderator has left. The session is over. (B-302)", text);
        assertLine("#2 attendee: 山田 花子; came 07:30:25, admitted 07:30:35, left 07:42:39.", text);
        assertLine("screen: sent 1,234,567, received 0", text);
        assertLine("control: sent 4,321, received 0", text);
        assertLine("Total: 1,238,888", text);
        assertLine("Testimony: complete", text);
    }

    @Test
    @Tag("001-80")
    void tellsRightsFilesPausesAndRefusalsWithTheirWitnesses() {
        String text = text(SampleReports.full(SESSION, BEGAN));
        String both = "  [testified by moderator + attendee]";
        assertLine("07:30:55  Anna Weber asked 山田 花子: see the screen" + both, text);
        assertLine("山田 花子 allowed Anna Weber: see the screen" + both, text);
        assertLine(
                "山田 花子 did not allow Anna Weber: control mouse and keyboard. The other person did not allow it. (B-501)"
                        + both,
                text);
        assertLine(
                "Anna Weber may no longer: control mouse and keyboard (山田 花子). Control was taken back with the F11 key."
                        + " (B-505)" + both,
                text);
        assertLine("山田 花子 shares single programs: 2, with taskbar, without desktop background" + both, text);
        assertLine("new picture sent during the pause: 0 bytes" + both, text);
        assertLine("Anna Weber to 山田 花子: \"Anleitung.pdf\", 48,213 bytes, SHA-256 " + HASH.toHex() + both, text);
        assertLine("did not arrive. The receiver has cancelled the transfer. (B-602)" + both, text);
        assertLine("7 actions of Anna Weber without a valid right were not carried out", text);
        assertLine("[counted by attendee]", text);
        assertLine("Anna Weber and 山田 花子 proved to each other that they know the session password" + both, text);
        assertLine("Anna Weber and 山田 花子: the spoken code matched" + both, text);
        assertFalse(text.contains("CONTRADICTION"), text);
        assertFalse(text.contains(" only]"), text);
    }

    @Test
    void tellsWhenTheSecondWitnessSaysNothing() {
        assertLine(
                "Anna Weber asked 山田 花子: see the screen  [testified by moderator only]",
                with(said(MODERATOR, BEGAN, new RightAsked(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN))));
    }

    @Test
    void doesNotTakeAnOnlookerForTheSecondWitness() {
        RightAsked asked = new RightAsked(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN);
        assertLine(
                "[testified by moderator + participant #3 only]",
                with(said(MODERATOR, BEGAN, asked), said(new ParticipantId(3), BEGAN, asked)));
    }

    @Test
    void showsBothSidesOfAContradiction() {
        String text = with(
                said(
                        ATTENDEE,
                        BEGAN,
                        new RightRefused(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN, Reason.NOT_ANSWERED)),
                said(MODERATOR, BEGAN.plusSeconds(1), new RightAllowed(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN)));
        assertLine("07:30:05  CONTRADICTION", text);
        assertLine("attendee: 山田 花子 did not allow Anna Weber: see the screen.", text);
        assertLine("moderator: 山田 花子 allowed Anna Weber: see the screen", text);
    }

    @Test
    void showsAFileThatIsNotTheSameOnBothSides() {
        String text = with(
                said(MODERATOR, BEGAN, new FileEnded(MODERATOR, ATTENDEE, "a", 5, HASH, Optional.empty())),
                said(ATTENDEE, BEGAN, new FileEnded(MODERATOR, ATTENDEE, "a", 6, HASH, Optional.empty())));
        assertLine("CONTRADICTION", text);
        assertLine("\"a\", 5 bytes", text);
        assertLine("\"a\", 6 bytes", text);
    }

    @Test
    void showsADifferentOutcomeOfTheSpokenCheck() {
        String text = with(
                said(MODERATOR, BEGAN, new CheckConcluded(ATTENDEE, CheckOutcome.MATCHED)),
                said(ATTENDEE, BEGAN, new CheckConcluded(MODERATOR, CheckOutcome.FAILED)));
        assertLine("CONTRADICTION", text);
        assertLine("attendee: Anna Weber and 山田 花子: the spoken code DID NOT MATCH", text);
    }

    @Test
    void keepsTwoRequestsApartWhenOneWitnessMissedTheFirstAnswer() {
        RightRefused no = new RightRefused(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN, Reason.REFUSED_BY_OWNER);
        RightAllowed yes = new RightAllowed(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN);
        String text = with(
                said(ATTENDEE, BEGAN, no),
                said(ATTENDEE, BEGAN.plusSeconds(20), yes),
                said(MODERATOR, BEGAN.plusSeconds(20), yes));
        assertFalse(text.contains("CONTRADICTION"), text);
        assertLine("allowed Anna Weber: see the screen  [testified by moderator + attendee]", text);
        assertLine("(B-501)  [testified by attendee only]", text);
    }

    @Test
    void saysThatTestimonyIsMissing() {
        SessionReport all = SampleReports.of(SESSION, BEGAN);
        SessionReport cut = new SessionReport(
                all.session(),
                all.server(),
                all.began(),
                all.ended(),
                all.reason(),
                all.participants(),
                all.testimony(),
                false);
        assertLine("Testimony: INCOMPLETE", text(cut));
    }

    @Test
    void letsNoFileNameDisguiseTheReport() {
        String text = with(said(
                MODERATOR,
                BEGAN,
                new FileEnded(MODERATOR, ATTENDEE, "a\nTotal: 0\u202Efdp.exe\u001b[2J", 5, HASH, Optional.empty())));
        assertLine("\"a\uFFFDTotal: 0\uFFFDfdp.exe\uFFFD[2J\", 5 bytes", text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isToldInEveryLanguageWithoutGaps(Language language) {
        String text =
                ReportText.of(SampleReports.full(SESSION, BEGAN), Optional.of(SampleReports.VOUCHED), language, ZONE);
        assertFalse(text.matches("(?s).*\\{[0-9].*"), text);
        assertEquals(
                ReportText.of(
                                SampleReports.full(SESSION, BEGAN),
                                Optional.of(SampleReports.VOUCHED),
                                Language.ENGLISH,
                                ZONE)
                        .lines()
                        .count(),
                text.lines().count());
    }

    @Test
    @Tag("001-115")
    @Tag("001-116")
    @Tag("001-117")
    void quotesOnWhatTheModeratorsEntitlementRested() {
        String text = text(SampleReports.full(SESSION, BEGAN));
        assertTrue(text.contains("Account: local:anna\n"), text);
        assertTrue(text.contains("Training: valid from 2026-01-15 to 2028-01-14\n"), text);
        assertTrue(text.contains("Briefing: valid from 2026-01-16 to 2027-01-15\n"), text);
        assertTrue(text.contains("Signed undertaking: valid from 2026-02-01 to 2027-01-31\n"), text);
        assertFalse(ReportText.of(SampleReports.full(SESSION, BEGAN), Optional.empty(), Language.ENGLISH, ZONE)
                .contains("Account:"));
    }
}
