package org.beistand.operator.server;

import java.time.Duration;
import java.util.List;
import org.beistand.operator.report.ReportDesk;
import org.beistand.operator.store.StoredReport;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.value.Reason;

/** What auditors and administrators hear about reports. */
record ReportAnswers(ReportDesk reports) {
    /** Reports in one answer. */
    private static final int MOST_REPORTS = 500;

    Answer<OperatorMessage> list(ListReports asked) {
        return new Answer.Say<>(new ReportList(
                lines(reports.list(asked.from(), asked.until(), Math.min(asked.atMost(), MOST_REPORTS)))));
    }

    Answer<OperatorMessage> read(ReadReport asked) {
        return reports.find(asked.session())
                .<Answer<OperatorMessage>>map(
                        report -> new Answer.Say<>(new ReportFound(report, reports.vouched(asked.session()))))
                .orElseGet(() -> Greetings.refused(Reason.REPORT_UNKNOWN));
    }

    private static List<ReportLine> lines(List<StoredReport> rows) {
        return rows.stream()
                .map(row -> new ReportLine(
                        row.session(),
                        row.began(),
                        Duration.between(row.began(), row.ended()),
                        row.moderator(),
                        row.participants(),
                        row.reason()))
                .toList();
    }
}
