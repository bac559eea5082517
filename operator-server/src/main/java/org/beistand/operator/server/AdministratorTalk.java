package org.beistand.operator.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.beistand.operator.login.LocalAccounts;
import org.beistand.operator.report.ReportDesk;
import org.beistand.operator.store.StoredReport;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.ListUsers;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.operator.ResetPassword;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.UserLine;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.value.Reason;

/** The site's administrator: greets, then keeps the list of users and reads reports. */
final class AdministratorTalk implements Talk<OperatorMessage> {
    /** Reports in one answer. */
    private static final int MOST_REPORTS = 500;

    private final LocalAccounts accounts;
    private final ReportDesk reports;
    private final String organisation;
    private boolean greeted;

    AdministratorTalk(LocalAccounts accounts, ReportDesk reports, String organisation) {
        this.accounts = accounts;
        this.reports = reports;
        this.organisation = organisation;
    }

    @Override
    public Answer<OperatorMessage> hear(OperatorMessage message) {
        if (message instanceof Greeting greeting && !greeted) {
            greeted = Greetings.fits(greeting);
            return Greetings.answer(greeting, organisation);
        }
        return greeted ? carryOut(message) : new Answer.Violation<>();
    }

    private Answer<OperatorMessage> carryOut(OperatorMessage message) {
        return switch (message) {
            case AddUser(var login, var name, var password) -> done(accounts.add(login, name, password));
            case DisableUser(var login) -> done(accounts.disable(login));
            case ResetPassword(var login, var password) -> done(accounts.reset(login, password));
            case ListUsers _ -> users();
            case ListReports(var from, var until, var atMost) ->
                new Answer.Say<>(new ReportList(lines(reports.list(from, until, Math.min(atMost, MOST_REPORTS)))));
            case ReadReport(var session) ->
                reports.find(session)
                        .<Answer<OperatorMessage>>map(report -> new Answer.Say<>(new ReportFound(report)))
                        .orElseGet(() -> Greetings.refused(Reason.REPORT_UNKNOWN));
            case Greeting _, SignIn _, OpenSession _, JoinSession _ -> new Answer.Violation<>();
            case Greeted _, SignedIn _, SessionOpened _, SessionFound _, Done _ -> new Answer.Violation<>();
            case UserList _, ReportList _, ReportFound _, Refused _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> users() {
        return new Answer.Say<>(new UserList(accounts.list().stream()
                .map(user -> new UserLine(user.login(), user.name(), user.enabled()))
                .toList()));
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

    private static Answer<OperatorMessage> done(Optional<Reason> refusal) {
        return refusal.map(Greetings::refused).orElseGet(() -> new Answer.Say<>(new Done()));
    }

    @Override
    public Answer<OperatorMessage> failed(Reason reason) {
        return Greetings.refused(reason);
    }

    @Override
    public boolean isIntroduced() {
        return greeted;
    }
}
