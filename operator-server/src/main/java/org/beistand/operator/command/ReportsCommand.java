package org.beistand.operator.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.beistand.operator.report.ReportCsv;
import org.beistand.operator.report.ReportDocument;
import org.beistand.operator.report.ReportListing;
import org.beistand.operator.report.ReportText;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.SessionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the reports of sessions. */
@Command(
        name = "reports",
        description = "Lists and shows the reports of sessions.",
        subcommands = {ReportsCommand.ListAll.class, ReportsCommand.Show.class},
        mixinStandardHelpOptions = true)
final class ReportsCommand implements Runnable { // 001-131
    private static final int PAGE = 500;
    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** In which form it is printed. */
    enum Format {
        text,
        json,
        csv
    }

    /** What each of them needs. */
    abstract static class OnSite implements Callable<Integer> {
        @Option(
                names = "--site",
                required = true,
                paramLabel = "DIR",
                description = "The site, or its folder \"auditor\" or \"administrator\".")
        private @Nullable Path site;

        @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
        Format format = Format.text;

        @Mixin
        SpokenLanguage spoken = new SpokenLanguage();

        @Spec
        private @Nullable CommandSpec spec;

        AdministratorLine line() throws CommandRefused, InterruptedException {
            if (site == null) {
                throw new IllegalStateException("required");
            }
            return AdministratorLine.openForReports(site, Clock.systemUTC());
        }

        void print(String text) {
            if (spec != null) {
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
            }
        }
    }

    /** The sessions of some time. */
    @Command(name = "list", description = "Lists reports, newest first.", mixinStandardHelpOptions = true)
    static final class ListAll extends OnSite {
        @Option(names = "--from", paramLabel = "DAY", description = "First day (2026-01-31) or moment; otherwise all.")
        private @Nullable String from;

        @Option(names = "--until", paramLabel = "DAY", description = "Last day (2026-01-31) or moment; otherwise all.")
        private @Nullable String until;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            Instant first = from == null ? Instant.EPOCH : moment(from, 0);
            Instant last = until == null ? FOREVER : moment(until, 1);
            List<ReportLine> reports;
            try (AdministratorLine line = line()) {
                reports = all(line, first, last);
            }
            print(
                    switch (format) {
                        case text ->
                            reports.isEmpty()
                                    ? new Words(spoken.language()).say("reports.none") + "\n"
                                    : ReportListing.text(reports, spoken.language(), ZoneId.systemDefault());
                        case json -> ReportListing.json(reports);
                        case csv -> ReportCsv.list(reports);
                    });
            return 0;
        }

        /** Page by page; the border of a page is asked for again, because several may have begun in one moment. */
        private static List<ReportLine> all(AdministratorLine line, Instant from, Instant until)
                throws CommandRefused, InterruptedException {
            Map<SessionId, ReportLine> found = new LinkedHashMap<>();
            Instant before = until;
            while (true) {
                int known = found.size();
                List<ReportLine> page = line.ask(new ListReports(from, before, PAGE), ReportList.class)
                        .reports();
                page.forEach(report -> found.putIfAbsent(report.session(), report));
                if (page.size() < PAGE || found.size() == known) {
                    return List.copyOf(found.values());
                }
                before = page.getLast().began().plusMillis(1);
            }
        }

        private static Instant moment(String text, int daysAfter) throws CommandRefused {
            try {
                return LocalDate.parse(text)
                        .plusDays(daysAfter)
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant();
            } catch (DateTimeException notADay) {
                try {
                    return Instant.parse(text);
                } catch (DateTimeException notAMoment) {
                    throw new CommandRefused(Reason.COMMAND_WRONG, text);
                }
            }
        }
    }

    /** One session. */
    @Command(name = "show", description = "Shows one report.", mixinStandardHelpOptions = true)
    static final class Show extends OnSite {
        @Parameters(paramLabel = "SESSION", arity = "0..1", description = "Its id; the newest report if left out.")
        private @Nullable String session;

        @Override
        public Integer call() throws CommandRefused, InterruptedException {
            ReportFound found;
            try (AdministratorLine line = line()) {
                found = line.ask(new ReadReport(wanted(line)), ReportFound.class);
            }
            SessionReport report = found.report();
            print(
                    switch (format) {
                        case text -> ReportText.of(report, found.vouched(), spoken.language(), ZoneId.systemDefault());
                        case json -> ReportDocument.pretty(report, found.vouched());
                        case csv -> ReportCsv.of(report, found.vouched());
                    });
            return 0;
        }

        private SessionId wanted(AdministratorLine line) throws CommandRefused, InterruptedException {
            if (session == null) {
                return line.ask(new ListReports(Instant.EPOCH, FOREVER, 1), ReportList.class).reports().stream()
                        .findFirst()
                        .orElseThrow(() -> new CommandRefused(Reason.REPORT_UNKNOWN))
                        .session();
            }
            try {
                return SessionId.parse(session);
            } catch (IllegalArgumentException e) {
                throw new CommandRefused(Reason.REPORT_UNKNOWN);
            }
        }
    }
}
