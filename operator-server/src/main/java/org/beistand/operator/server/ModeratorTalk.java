package org.beistand.operator.server;

import java.util.Optional;
import org.beistand.crypto.secret.Secret;
import org.beistand.operator.login.EntitledModerator;
import org.beistand.operator.login.SignInOutcome;
import org.beistand.operator.login.SignIns;
import org.beistand.operator.session.SessionDesk;
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
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.operator.ResetPassword;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.value.Reason;

/**
 * A moderator's device: greets, signs somebody in, then opens sessions for him.
 *
 * <pre>
 *   Stranger --Greeting--> Guest --SignIn--> Known --OpenSession--> Known
 *                            ^                 |
 *                            +--entitlement gone
 * </pre>
 */
final class ModeratorTalk implements Talk<OperatorMessage> {
    private sealed interface Standing {
        record Stranger() implements Standing {}

        record Guest() implements Standing {}

        record Known(EntitledModerator moderator) implements Standing {}
    }

    private final SignIns signIns;
    private final SessionDesk desk;
    private final String organisation;
    private final String address;
    private Standing standing = new Standing.Stranger();

    ModeratorTalk(SignIns signIns, SessionDesk desk, String organisation, String address) {
        this.signIns = signIns;
        this.desk = desk;
        this.organisation = organisation;
        this.address = address;
    }

    @Override
    public Answer<OperatorMessage> hear(OperatorMessage message) {
        return switch (message) {
            case Greeting greeting -> greet(greeting);
            case SignIn signIn -> signIn(signIn);
            case OpenSession open -> open(open);
            case JoinSession _ -> new Answer.Violation<>();
            case AddUser _, DisableUser _, ResetPassword _, ListUsers _ -> new Answer.Violation<>();
            case ListReports _, ReadReport _ -> new Answer.Violation<>();
            case Greeted _, SignedIn _, SessionOpened _, SessionFound _, Done _ -> new Answer.Violation<>();
            case UserList _, ReportList _, ReportFound _, Refused _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> greet(Greeting greeting) {
        return switch (standing) {
            case Standing.Stranger _ -> {
                if (Greetings.fits(greeting)) {
                    standing = new Standing.Guest();
                }
                yield Greetings.answer(greeting, organisation);
            }
            case Standing.Guest _, Standing.Known _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> signIn(SignIn signIn) {
        return switch (standing) {
            case Standing.Guest _ -> {
                try (Secret password = Secret.of(signIn.password())) {
                    yield switch (signIns.signIn(signIn.login(), password, address)) {
                        case SignInOutcome.Entitled(var moderator) -> {
                            standing = new Standing.Known(moderator);
                            yield new Answer.Say<>(new SignedIn(moderator.name(), organisation));
                        }
                        case SignInOutcome.Denied(var reason, var pause) -> Greetings.refused(reason, pause);
                    };
                }
            }
            case Standing.Stranger _, Standing.Known _ -> new Answer.Violation<>();
        };
    }

    private Answer<OperatorMessage> open(OpenSession open) { // 001-16
        return switch (standing) {
            case Standing.Known(var moderator) -> {
                Optional<Reason> refusal = signIns.refusal(moderator);
                if (refusal.isPresent()) {
                    standing = refusal.get() == Reason.SIGN_IN_NEEDED ? new Standing.Guest() : standing;
                    yield Greetings.refused(refusal.get());
                }
                yield switch (desk.open(moderator, open.certificationRequest())) {
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
            case Standing.Stranger _, Standing.Guest _ -> new Answer.Violation<>();
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
}
