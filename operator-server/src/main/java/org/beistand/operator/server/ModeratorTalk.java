package org.beistand.operator.server;

import java.util.Optional;
import java.util.function.Function;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.invite.InvitationDesk;
import org.beistand.operator.login.EntitledModerator;
import org.beistand.operator.login.LocalSignIn;
import org.beistand.operator.login.SignInOutcome;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.login.TicketOutcome;
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
import org.beistand.protocol.wire.Octets;

/**
 * A moderator's device: greets, signs somebody in, asks what is to be asked, then opens sessions for him.
 *
 * <pre>
 *   Stranger --Greeting--> Guest --SignIn-------------------------> Known --OpenSession, SendInvitation--> Known
 *                          ^ ^  \--SignIn--> Asked --last answer--/  |
 *                          | +--given up------+                      |
 *                          |    \--ShowTicket--> Showed --BindTicket--/|
 *                          +--account gone---------------------------+
 * </pre>
 */
final class ModeratorTalk implements Talk<OperatorMessage> {
    private sealed interface Standing {
        record Stranger() implements Standing {}

        record Guest() implements Standing {}

        /** The password was right, and more is asked. */
        record Asked(LocalSignIn signIn) implements Standing {}

        /** His ticket could be read, and is to be bound to this connection. */
        record Showed(TicketOutcome.Taken ticket) implements Standing {}

        record Known(EntitledModerator moderator) implements Standing {}
    }

    private final SignIns signIns;
    private final SessionDesk desk;
    private final Optional<InvitationDesk> invitations;
    private final String organisation;
    private final String address;
    private volatile Standing standing = new Standing.Stranger();

    /** @param invitations where this server sends any */
    ModeratorTalk(
            SignIns signIns,
            SessionDesk desk,
            Optional<InvitationDesk> invitations,
            String organisation,
            String address) {
        this.signIns = signIns;
        this.desk = desk;
        this.invitations = invitations;
        this.organisation = organisation;
        this.address = address;
    }

    @Override
    public Answer<OperatorMessage> hear(OperatorMessage message) {
        return switch (message) {
            case Greeting greeting -> greet(greeting);
            case SignIn signIn -> signIn(signIn);
            case ChoosePassword(var password) -> reply(new LocalSignIn.Reply.Password(password));
            case GiveCode(var code) -> reply(new LocalSignIn.Reply.Code(code));
            case ShowTicket(var token) -> show(token);
            case BindTicket(var mic) -> bind(mic);
            case CodesNoted _ -> reply(new LocalSignIn.Reply.Noted());
            case OpenSession open -> open(open);
            case SendInvitation invitation -> invite(invitation);
            case JoinSession _ -> new Answer.Violation<>();
            case AddUser _, DisableUser _, ResetPassword _, ListUsers _ -> new Answer.Violation<>();
            case EnableUser _, ResetSecondFactor _, RequireSecondFactor _, SetUserRole _ -> new Answer.Violation<>();
            case ListEntitlements _, SetEntitlements _, RemoveEntitlement _ -> new Answer.Violation<>();
            case ListEntitlementChanges _ -> new Answer.Violation<>();
            case ListReports _, ReadReport _ -> new Answer.Violation<>();
            case Greeted _, SignedIn _, SessionOpened _, SessionFound _, Done _ -> new Answer.Violation<>();
            case UserList _, ReportList _, ReportFound _, Refused _ -> new Answer.Violation<>();
            case PasswordNeeded _, CodeNeeded _, AuthenticatorOffered _, CodesIssued _, TicketTaken _ ->
                new Answer.Violation<>();
            case EntitlementList _, EntitlementChanges _, EntitlementsRefused _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> greet(Greeting greeting) {
        return switch (standing) {
            case Standing.Stranger _ -> {
                if (Greetings.fits(greeting)) {
                    standing = new Standing.Guest();
                }
                yield Greetings.answer(greeting, organisation, signIns.takesTickets());
            }
            case Standing.Guest _, Standing.Asked _, Standing.Showed _, Standing.Known _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> signIn(SignIn signIn) {
        return switch (standing) {
            case Standing.Guest _ -> {
                try (Secret password = Secret.of(signIn.password())) {
                    yield answer(signIns.signIn(signIn.login(), password, address));
                }
            }
            case Standing.Stranger _, Standing.Asked _, Standing.Showed _, Standing.Known _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> show(Octets token) { // 001-42
        return switch (standing) {
            case Standing.Guest _ ->
                switch (signIns.show(token, address)) {
                    case TicketOutcome.Taken taken -> {
                        standing = new Standing.Showed(taken);
                        yield new Answer.Say<>(new TicketTaken(
                                taken.ticket().reply(), taken.ticket().mic()));
                    }
                    case TicketOutcome.Denied(var reason, var pause) -> Greetings.refused(reason, pause);
                };
            case Standing.Stranger _, Standing.Asked _, Standing.Showed _, Standing.Known _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> bind(Octets mic) { // 001-42
        return switch (standing) {
            case Standing.Showed(var taken) -> {
                // A ticket has one try to be bound.
                standing = new Standing.Guest();
                yield answer(signIns.bind(taken, mic));
            }
            case Standing.Stranger _, Standing.Guest _, Standing.Asked _, Standing.Known _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> reply(LocalSignIn.Reply reply) {
        return switch (standing) {
            case Standing.Asked(var signIn)
            when signIn.fits(reply) -> {
                Answer<OperatorMessage> answer = answer(signIns.goOn(signIn, reply));
                if (standing instanceof Standing.Asked && signIn.question() instanceof LocalSignIn.Question.Nothing) {
                    standing = new Standing.Guest();
                }
                yield answer;
            }
            case Standing.Stranger _, Standing.Guest _, Standing.Asked _, Standing.Showed _, Standing.Known _ ->
                new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> answer(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.Entitled(var moderator) -> {
                standing = new Standing.Known(moderator);
                yield new Answer.Say<>(new SignedIn(
                        moderator.name(), organisation, moderator.entitlement().attested(), invitations.isPresent()));
            }
            case SignInOutcome.Asked(var signIn) -> {
                standing = new Standing.Asked(signIn);
                yield new Answer.Say<>(question(signIn.question()));
            }
            case SignInOutcome.Denied(var reason, var pause) -> Greetings.refused(reason, pause);
        };
    }

    private static OperatorMessage question(LocalSignIn.Question question) {
        return switch (question) {
            case LocalSignIn.Question.Code _ -> new CodeNeeded();
            case LocalSignIn.Question.NewPassword _ -> new PasswordNeeded();
            case LocalSignIn.Question.Authenticator(var secret, var login) -> new AuthenticatorOffered(secret, login);
            case LocalSignIn.Question.Codes(var codes) -> new CodesIssued(codes);
            case LocalSignIn.Question.Nothing _ -> throw new IllegalStateException("nothing is asked");
        };
    }

    private Answer<OperatorMessage> open(OpenSession open) { // 001-16
        return asKnown(now -> opened(now, open));
    }

    private Answer<OperatorMessage> invite(SendInvitation wanted) { // 001-22
        return invitations
                .map(desk -> asKnown(now -> invited(desk.send(now, wanted))))
                .orElseGet(Answer.Violation::new);
    }

    private static Answer<OperatorMessage> invited(InvitationDesk.Outcome outcome) {
        return switch (outcome) {
            case InvitationDesk.Outcome.Sent _ -> new Answer.Say<>(new Done());
            case InvitationDesk.Outcome.Denied(var reason, var pause) -> Greetings.refused(reason, pause);
        };
    }

    /** What only a moderator may do who still is one at this moment. */
    private Answer<OperatorMessage> asKnown(Function<EntitledModerator, Answer<OperatorMessage>> act) {
        return switch (standing) {
            case Standing.Known(var moderator) ->
                switch (signIns.again(moderator)) {
                    case SignInOutcome.Entitled(var now) -> act.apply(now);
                    case SignInOutcome.Denied(var reason, var pause) -> {
                        standing = reason == Reason.SIGN_IN_NEEDED ? new Standing.Guest() : standing;
                        yield Greetings.refused(reason, pause);
                    }
                    case SignInOutcome.Asked _ -> throw new IllegalStateException("asked long ago");
                };
            case Standing.Stranger _, Standing.Guest _, Standing.Asked _, Standing.Showed _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> opened(EntitledModerator moderator, OpenSession open) {
        return switch (desk.open(moderator, open.certificationRequest())) {
            case SessionDesk.Outcome.Met(var session, var ticket, var certificates) ->
                new Answer.Say<>(
                        new SessionOpened( // 001-17, 001-18
                                session.number(),
                                session.id(),
                                session.address(),
                                ticket,
                                certificates,
                                session.expires()));
            case SessionDesk.Outcome.Denied(var reason, var _)
            when reason == Reason.PROTOCOL_VIOLATION -> new Answer.Violation<>();
            case SessionDesk.Outcome.Denied(var reason, var pause) -> Greetings.refused(reason, pause);
        };
    }

    @Override
    public Answer<OperatorMessage> failed(Reason reason) {
        return Greetings.refused(reason);
    }

    @Override
    public boolean isIntroduced() {
        return !(standing instanceof Standing.Stranger);
    }

    /** Who helps somebody has nothing to say here for hours, and then wants to invite one more. */
    @Override
    public boolean mayBeSilent() {
        return standing instanceof Standing.Known(var moderator) && desk.hasLiving(moderator.account());
    }
}
