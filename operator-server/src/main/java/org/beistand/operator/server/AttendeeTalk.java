package org.beistand.operator.server;

import java.time.Duration;
import org.beistand.operator.number.Source;
import org.beistand.operator.session.SessionDesk;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.AuthenticatorOffered;
import org.beistand.protocol.operator.BindTicket;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.CodeNeeded;
import org.beistand.protocol.operator.CodesIssued;
import org.beistand.protocol.operator.CodesNoted;
import org.beistand.protocol.operator.DisableUser;
import org.beistand.protocol.operator.Done;
import org.beistand.protocol.operator.EnableUser;
import org.beistand.protocol.operator.EntitlementChanges;
import org.beistand.protocol.operator.EntitlementList;
import org.beistand.protocol.operator.EntitlementsRefused;
import org.beistand.protocol.operator.GiveCode;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.Greeting;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.ListEntitlementChanges;
import org.beistand.protocol.operator.ListEntitlements;
import org.beistand.protocol.operator.ListReports;
import org.beistand.protocol.operator.ListUsers;
import org.beistand.protocol.operator.OpenSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.PasswordNeeded;
import org.beistand.protocol.operator.ReadReport;
import org.beistand.protocol.operator.Refused;
import org.beistand.protocol.operator.RemoveEntitlement;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.operator.RequireSecondFactor;
import org.beistand.protocol.operator.ResetPassword;
import org.beistand.protocol.operator.ResetSecondFactor;
import org.beistand.protocol.operator.SendInvitation;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SetEntitlements;
import org.beistand.protocol.operator.SetUserRole;
import org.beistand.protocol.operator.ShowTicket;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.TicketTaken;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.value.Reason;

/** Somebody with the attendee package: greets, then asks for sessions by their number. */
final class AttendeeTalk implements Talk<OperatorMessage> {
    /** Much longer than a number is ever looked for, and too short to be felt. */
    static final Duration SLOT = Duration.ofMillis(250);

    private final SessionDesk desk;
    private final String organisation;
    private final Source source;
    private boolean greeted;

    AttendeeTalk(SessionDesk desk, String organisation, Source source) {
        this.desk = desk;
        this.organisation = organisation;
        this.source = source;
    }

    @Override
    public Answer<OperatorMessage> hear(OperatorMessage message) {
        return switch (message) {
            case Greeting greeting
            when !greeted -> {
                greeted = Greetings.fits(greeting);
                yield Greetings.answer(greeting, organisation);
            }
            case JoinSession join when greeted -> answer(desk.join(join.number(), join.name(), source));
            case Greeting _, JoinSession _ -> new Answer.Violation<>();
            case SignIn _, OpenSession _ -> new Answer.Violation<>();
            case AddUser _, DisableUser _, ResetPassword _, ListUsers _ -> new Answer.Violation<>();
            case EnableUser _, ResetSecondFactor _, RequireSecondFactor _, SetUserRole _ -> new Answer.Violation<>();
            case ListEntitlements _, SetEntitlements _, RemoveEntitlement _ -> new Answer.Violation<>();
            case ListEntitlementChanges _ -> new Answer.Violation<>();
            case ChoosePassword _, GiveCode _, CodesNoted _ -> new Answer.Violation<>();
            case ShowTicket _, BindTicket _, TicketTaken _, SendInvitation _ -> new Answer.Violation<>();
            case ListReports _, ReadReport _ -> new Answer.Violation<>();
            case Greeted _, SignedIn _, SessionOpened _, SessionFound _, Done _ -> new Answer.Violation<>();
            case UserList _, ReportList _, ReportFound _, Refused _ -> new Answer.Violation<>();
            case PasswordNeeded _, CodeNeeded _, AuthenticatorOffered _, CodesIssued _ -> new Answer.Violation<>();
            case EntitlementList _, EntitlementChanges _, EntitlementsRefused _ -> new Answer.Violation<>();
        };
    }

    private static Answer<OperatorMessage> answer(SessionDesk.Outcome outcome) {
        return switch (outcome) {
            case SessionDesk.Outcome.Met(var session, var ticket, var _) ->
                new Answer.Say<>(new SessionFound(session.id(), session.address(), ticket)); // 001-28
            case SessionDesk.Outcome.Denied(var reason, var pause) -> Greetings.refused(reason, pause);
        };
    }

    @Override
    public Duration slot(OperatorMessage message) {
        return message instanceof JoinSession ? SLOT : Duration.ZERO;
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
