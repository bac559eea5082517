package org.beistand.operator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.beistand.operator.SampleReports;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report as programs read it. */
class ReportDocumentTest {
    private static final SessionId SESSION = SessionId.parse("00112233445566778899aabbccddeeff");
    private static final Instant BEGAN = Instant.parse("2026-11-21T22:30:05.120Z");

    private static String pinned(String name) throws IOException {
        try (InputStream in = ReportDocumentTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theSampleSaysEverythingThatCanBeSaid() {
        Set<Class<?>> said = SampleReports.full(SESSION, BEGAN).testimony().stream()
                .map(Testimony::statement)
                .map(Object::getClass)
                .collect(Collectors.toSet());
        assertEquals(Set.of(Statement.class.getPermittedSubclasses()), said);
    }

    @Test
    @Tag("001-131")
    void theSchemaIsPinned() throws IOException {
        assertEquals(
                pinned("report.json"),
                ReportDocument.pretty(SampleReports.full(SESSION, BEGAN), Optional.of(SampleReports.VOUCHED)));
    }

    @Test
    void whatWasPinnedCanStillBeRead() throws IOException {
        assertEquals(SampleReports.full(SESSION, BEGAN), ReportDocument.read(pinned("report.json")));
    }

    @Test
    void theSameReportMakesTheSameDocument() {
        String document = ReportDocument.write(SampleReports.full(SESSION, BEGAN));
        assertEquals(document, ReportDocument.write(ReportDocument.read(document)));
        assertTrue(document.indexOf('\n') < 0);
    }

    @Test
    void aDocumentWithAGapIsNotRead() {
        String document = ReportDocument.write(SampleReports.full(SESSION, BEGAN));
        for (String key : List.of("schema", "session", "began", "participants", "kind", "witness", "permission")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ReportDocument.read(document.replace("\"" + key + "\"", "\"other\"")),
                    key);
        }
        assertThrows(IllegalArgumentException.class, () -> ReportDocument.read(document.replace(":1,", ":2,")));
        assertThrows(IllegalArgumentException.class, () -> ReportDocument.read("nothing"));
        assertThrows(IllegalArgumentException.class, () -> ReportDocument.read(""));
    }

    @Test
    void theTableIsPinned() throws IOException {
        assertEquals(
                pinned("report.csv"),
                ReportCsv.of(SampleReports.full(SESSION, BEGAN), Optional.of(SampleReports.VOUCHED)));
    }

    @Test
    void aTableIsReadByASpreadsheetWithoutCarryingAnythingOut() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1")) {
            SessionReport report = SampleReports.with(
                    SESSION,
                    BEGAN,
                    List.of(SampleReports.said(
                            SampleReports.MODERATOR,
                            BEGAN,
                            new FileEnded(
                                    SampleReports.MODERATOR,
                                    SampleReports.ATTENDEE,
                                    formula,
                                    1,
                                    SampleReports.HASH,
                                    Optional.empty()))));
            assertTrue(ReportCsv.of(report, Optional.empty()).contains(",\"'" + formula + "\","), formula);
        }
    }

    @Test
    void aTableKeepsCommasQuotesAndLineBreaksInTheirCells() {
        assertEquals(
                "session,began,duration_seconds,moderator,participants,reason\r\n" + SESSION
                        + ",2026-11-21T22:30:05.120Z,754,\"Weber, \"\"Anna\"\"\",2,MODERATOR_LEFT\r\n",
                ReportCsv.list(List.of(new ReportLine(
                        SESSION,
                        BEGAN,
                        java.time.Duration.ofSeconds(754),
                        new PersonName("Weber, \"Anna\""),
                        2,
                        Reason.MODERATOR_LEFT))));
        String table = ReportCsv.of(SampleReports.full(SESSION, BEGAN), Optional.of(SampleReports.VOUCHED));
        Set<Long> columns = Arrays.stream(table.split("\r\n"))
                .map(row -> row.replaceAll("\"[^\"]*\"", "")
                        .chars()
                        .filter(c -> c == ',')
                        .count())
                .collect(Collectors.toSet());
        assertEquals(Set.of(10L), columns);
    }
}
