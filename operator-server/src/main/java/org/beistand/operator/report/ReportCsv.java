package org.beistand.operator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.ChannelEnded;
import org.beistand.protocol.report.ChannelOpened;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.PasswordConcluded;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.PauseEnded;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightEnded;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.ShareChosen;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ShareKind;

/** Reports as tables for programs and spreadsheets: the words are the same in every language, times are UTC. */
public final class ReportCsv {
    private ReportCsv() {}

    /** One row for each report. */
    public static String list(List<ReportLine> reports) {
        StringBuilder out = new StringBuilder();
        out.append(Csv.row("session", "began", "duration_seconds", "moderator", "participants", "reason"));
        for (ReportLine line : reports) {
            out.append(Csv.row(
                    line.session(),
                    line.began(),
                    line.duration().toSeconds(),
                    line.moderator().value(),
                    line.participants(),
                    line.reason()));
        }
        return out.toString();
    }

    /** One row for each thing that the report says. */
    public static String of(SessionReport report, Optional<Vouched> vouched) {
        StringBuilder out = new StringBuilder();
        out.append(Csv.row(
                "kind",
                "time",
                "participant",
                "other",
                "what",
                "detail",
                "sent",
                "received",
                "sha256",
                "standing",
                "witnesses"));
        row(out, "SESSION", report.began(), "", "", "BEGAN", report.session());
        row(out, "SESSION", report.ended(), "", "", "ENDED", report.reason());
        row(out, "SESSION", report.ended(), "", "", "TESTIMONY", report.complete() ? "COMPLETE" : "INCOMPLETE");
        vouched.ifPresent(known -> vouched(out, report, known));
        for (Attendance one : report.participants()) {
            attendance(out, one);
        }
        Facts.of(report).forEach(fact -> fact.versions().forEach(version -> fact(out, fact, version)));
        return out.toString();
    }

    private static void row(
            StringBuilder out, Object kind, Object time, Object who, Object other, Object what, Object d) {
        out.append(Csv.row(kind, time, who, other, what, d, "", "", "", "", ""));
    }

    private static void vouched(StringBuilder out, SessionReport report, Vouched vouched) {
        row(out, "VOUCHED", report.began(), "", "", "ACCOUNT", vouched.account());
        for (Attested one : vouched.attested()) {
            row(out, "VOUCHED", report.began(), "", "", one.evidence(), one.given() + " " + one.expires());
        }
    }

    private static void attendance(StringBuilder out, Attendance one) {
        Object id = one.id().value();
        row(out, "PARTICIPANT", one.knocked(), id, "", one.role(), one.name().value());
        row(out, "ATTENDANCE", one.knocked(), id, "", "CAME", one.organisation());
        one.admitted().ifPresent(when -> row(out, "ATTENDANCE", when, id, "", "ADMITTED", ""));
        row(out, "ATTENDANCE", one.left(), id, "", "LEFT", one.reason());
        for (TrafficCount count : one.traffic()) {
            out.append(Csv.row(
                    "TRAFFIC", one.left(), id, "", count.kind(), "", count.sent(), count.received(), "", "", ""));
        }
    }

    /** What stands in the columns "what", "detail", "sent" and "sha256". */
    private record Cells(String what, Object detail, Object sent, String sha256) {
        static Cells of(Enum<?> what, Object detail) {
            return new Cells(what.name(), detail, "", "");
        }
    }

    /** How many programs, and what else is shown. */
    private static String parts(ShareChosen share) {
        return (share.kind() == ShareKind.PROGRAMS ? share.programs() + " " : "")
                + (share.background() ? "BACKGROUND " : "NO_BACKGROUND ")
                + (share.taskbar() ? "TASKBAR" : "NO_TASKBAR");
    }

    private static void fact(StringBuilder out, Fact fact, Fact.Version version) {
        Subject subject = fact.subject();
        List<Object> row = new ArrayList<>();
        Cells cells = switch (version.statement()) {
            case RightAsked(var _, var _, var right) -> Cells.of(right, "ASKED");
            case RightAllowed(var _, var _, var right) -> Cells.of(right, "ALLOWED");
            case RightRefused(var _, var _, var right, var reason) -> Cells.of(right, "REFUSED " + reason);
            case RightEnded(var _, var _, var right, var reason) -> Cells.of(right, "ENDED " + reason);
            case ActionsRefused(var _, Permission right, Reason reason, var count) ->
                Cells.of(right, count + " " + reason);
            case PauseBegan _ -> new Cells("BEGAN", "", "", "");
            case PauseEnded(var _, var bytes) -> new Cells("ENDED", "", bytes, "");
            case ShareChosen share -> Cells.of(share.kind(), parts(share));
            case FileEnded file ->
                new Cells(
                        file.name(),
                        file.failure().map(Reason::name).orElse("ARRIVED"),
                        file.size(),
                        file.sha256().toHex());
            case ChannelOpened(var _, var suite) -> new Cells("OPENED", suite, "", "");
            case ChannelEnded(var _, var reason) -> new Cells("ENDED", reason, "", "");
            case CheckConcluded(var _, var outcome) -> new Cells("CONCLUDED", outcome, "", "");
            case PasswordConcluded(var _, var outcome) -> new Cells("CONCLUDED", outcome, "", "");
        };
        row.addAll(List.of(subject.kind(), fact.when(), subject.one().value()));
        row.add(subject.other().<Object>map(other -> other.value()).orElse(""));
        row.addAll(List.of(cells.what(), cells.detail(), cells.sent(), "", cells.sha256(), fact.standing()));
        row.add(version.witnesses().stream()
                .map(witness -> String.valueOf(witness.value()))
                .collect(Collectors.joining(" ")));
        out.append(Csv.row(row.toArray()));
    }
}
