package org.beistand.operator.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.operator.session.SessionEvent;
import org.beistand.operator.session.SessionStep;
import org.beistand.operator.session.StoredState;
import org.beistand.operator.store.Reports;
import org.beistand.operator.store.Sessions;
import org.beistand.operator.store.SqlVouchings;
import org.beistand.operator.store.StoredReport;
import org.beistand.operator.store.StoredSession;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes reports over and finds them again. May block; not for event loops. */
public final class ReportDesk { // 001-74, 001-131
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    /** Earlier and later than anything that can be meant; what databases agree on. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final Reports reports;
    private final Sessions sessions;
    private final SqlVouchings vouchings;

    public ReportDesk(Reports reports, Sessions sessions, SqlVouchings vouchings) {
        this.reports = reports;
        this.sessions = sessions;
        this.vouchings = vouchings;
    }

    /**
     * Stores a report and ends its session. When this returns empty, the report is on the disk; handing it in again changes
     * nothing.
     *
     * @param server the communication server that delivers it, as its certificate names it
     * @return why it was not taken
     */
    public Optional<Reason> take(String server, SessionReport report) {
        Optional<StoredSession> session =
                sessions.find(report.session()).filter(found -> found.server().equals(server));
        if (session.isEmpty() || !report.server().equals(server)) {
            LOG.warn("{} delivered a report of session {}, which it was not given", server, report.session());
            return Optional.of(Reason.REPORT_REFUSED);
        }
        if (report.began().isBefore(EARLIEST)
                || report.ended().isBefore(report.began())
                || report.ended().isAfter(LATEST)) {
            LOG.warn("{} delivered a report of session {} with impossible times", server, report.session());
            return Optional.of(Reason.REPORT_REFUSED);
        }
        int letIn = (int) report.participants().stream()
                .filter(one -> one.admitted().isPresent())
                .count();
        StoredReport row = new StoredReport(
                report.session(),
                server,
                report.began(),
                report.ended(),
                session.get().moderator(),
                letIn,
                report.reason(),
                ReportDocument.write(report));
        SessionStep step = SessionStep.step(
                StoredState.of(session.get()), new SessionEvent.Reported(report.ended(), report.reason()));
        return switch (reports.add(row, session.get(), StoredState.with(session.get(), step.next()))) {
            case STORED -> {
                LOG.info("the report of session {} is stored", report.session());
                yield Optional.empty();
            }
            case KNOWN -> Optional.empty();
            case DIFFERENT -> {
                LOG.warn("{} delivered another report of session {}; the first stays", server, report.session());
                yield Optional.of(Reason.REPORT_REFUSED);
            }
        };
    }

    public Optional<SessionReport> find(SessionId session) {
        return reports.find(session).map(row -> ReportDocument.read(row.document()));
    }

    /** What this server itself knew of the moderator of that session. */
    public Optional<Vouched> vouched(SessionId session) {
        return vouchings.find(session);
    }

    /** @return newest first */
    public List<StoredReport> list(Instant from, Instant until, int atMost) {
        return reports.list(within(from), within(until), atMost);
    }

    private static Instant within(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant;
    }
}
