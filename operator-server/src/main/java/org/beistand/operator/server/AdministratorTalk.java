package org.beistand.operator.server;

import java.util.Optional;
import org.beistand.operator.login.Administration;
import org.beistand.operator.login.Entitlements;
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
import org.beistand.protocol.operator.UserLine;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.value.Reason;

/** The site's administrator: greets, then keeps the lists of users and entitlements and reads reports. */
final class AdministratorTalk implements Talk<OperatorMessage> {
    /** Changes in one answer. */
    private static final int MOST_CHANGES = 2000;

    private final Administration administration;
    private final SessionDesk sessions;
    private final ReportAnswers reports;
    private final String organisation;
    private final String name;
    private boolean greeted;

    /** @param name in his certificate */
    AdministratorTalk(
            Administration administration,
            SessionDesk sessions,
            ReportAnswers reports,
            String organisation,
            String name) {
        this.administration = administration;
        this.sessions = sessions;
        this.reports = reports;
        this.organisation = organisation;
        this.name = name;
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
            case AddUser(var login, var shown, var password) ->
                done(administration.accounts().add(login, shown, password));
            case DisableUser(var login) -> disable(login);
            case EnableUser(var login) -> done(administration.accounts().enable(login, true));
            case ResetPassword(var login, var password) ->
                done(administration.accounts().reset(login, password));
            case ResetSecondFactor(var login) -> done(administration.accounts().resetFactor(login));
            case RequireSecondFactor(var login, var required) ->
                done(administration.accounts().requireFactor(login, required));
            case SetUserRole(var login, var role) ->
                done(administration.accounts().setRole(login, role));
            case ListUsers _ -> users();
            case ListEntitlements _ ->
                new Answer.Say<>(
                        new EntitlementList(administration.entitlements().list()));
            case SetEntitlements(var lines) ->
                administration
                        .entitlements()
                        .set(lines, name)
                        .<Answer<OperatorMessage>>map(AdministratorTalk::refused)
                        .orElseGet(() -> new Answer.Say<>(new Done()));
            case RemoveEntitlement(var account, var evidence) ->
                done(administration.entitlements().remove(account, evidence, name));
            case ListEntitlementChanges(var atMost) ->
                new Answer.Say<>(
                        new EntitlementChanges(administration.entitlements().changes(Math.min(atMost, MOST_CHANGES))));
            case ListReports asked -> reports.list(asked);
            case ReadReport asked -> reports.read(asked);
            case Greeting _, SignIn _, OpenSession _, JoinSession _ -> new Answer.Violation<>();
            case ChoosePassword _, GiveCode _, CodesNoted _ -> new Answer.Violation<>();
            case ShowTicket _, BindTicket _, TicketTaken _, SendInvitation _ -> new Answer.Violation<>();
            case Greeted _, SignedIn _, SessionOpened _, SessionFound _, Done _ -> new Answer.Violation<>();
            case PasswordNeeded _, CodeNeeded _, AuthenticatorOffered _, CodesIssued _ -> new Answer.Violation<>();
            case EntitlementList _, EntitlementChanges _, EntitlementsRefused _ -> new Answer.Violation<>();
            case UserList _, ReportList _, ReportFound _, Refused _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> disable(String login) {
        Optional<Reason> refusal = administration.accounts().enable(login, false);
        if (refusal.isEmpty() && administration.policy().disablingEndsSessions()) {
            administration.accountOf(login).ifPresent(sessions::endAll);
        }
        return done(refusal);
    }

    private Answer<OperatorMessage> users() {
        return new Answer.Say<>(new UserList(administration.accounts().list().stream()
                .map(listed -> new UserLine(
                        listed.user().login(),
                        listed.user().name(),
                        listed.user().enabled(),
                        listed.user().mustChange(),
                        listed.factor(),
                        listed.user().role()))
                .toList()));
    }

    private static Answer<OperatorMessage> refused(Entitlements.Refusal refusal) {
        return new Answer.Say<>(new EntitlementsRefused(refusal.line(), refusal.reason()));
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
