package org.beistand.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.beistand.protocol.operator.EntitlementChange;
import org.beistand.protocol.operator.EntitlementChanges;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.operator.EntitlementList;
import org.beistand.protocol.operator.EntitlementsRefused;
import org.beistand.protocol.operator.FactorState;
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
import org.beistand.protocol.operator.ReportLine;
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
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.relay.Admit;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Attached;
import org.beistand.protocol.relay.Block;
import org.beistand.protocol.relay.Departed;
import org.beistand.protocol.relay.Ended;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.Knocked;
import org.beistand.protocol.relay.Leave;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.Remove;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.relay.TurnAway;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.ChannelEnded;
import org.beistand.protocol.report.ChannelOpened;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.CheckOutcome;
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
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.service.Began;
import org.beistand.protocol.service.Blocked;
import org.beistand.protocol.service.Close;
import org.beistand.protocol.service.Declined;
import org.beistand.protocol.service.Delivered;
import org.beistand.protocol.service.Register;
import org.beistand.protocol.service.Registered;
import org.beistand.protocol.service.ServiceMessage;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.service.Taken;
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Endpoint;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.Language;
import org.beistand.protocol.value.MailAddress;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.protocol.value.ShareKind;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;

/** One example of each message that servers hear, the same for ever: the vector files are made of these. */
final class Samples {
    static final ParticipantId MODERATOR = new ParticipantId(1);
    static final ParticipantId ATTENDEE = new ParticipantId(0x1234);
    static final Octets NONCE = Octets.fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private static final SessionId SESSION = SessionId.parse("00112233445566778899aabbccddeeff");
    private static final PersonName NAME = new PersonName("山田 Änne 👩‍🔬");
    private static final Endpoint SERVER = new Endpoint("meet.example.org", 2000);
    private static final SignedTicket TICKET = new SignedTicket(Octets.of((byte) 1, (byte) 2), Octets.of((byte) 3));

    private static final Attested BRIEFED =
            new Attested(Evidence.BRIEFING, LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28));

    private Samples() {}

    static List<OperatorMessage> operator() {
        return List.of(
                new Greeting(1),
                new SignIn("a.berg", "correct horse"),
                new OpenSession(NONCE),
                new JoinSession(new SessionNumber(42_137), NAME),
                new ChoosePassword("correct horse battery"),
                new GiveCode("287082"),
                new CodesNoted(),
                new ShowTicket(NONCE),
                new BindTicket(NONCE),
                new SendInvitation(SESSION, new MailAddress("anna.weber+pc2@clinic.example"), Language.GERMAN),
                new AddUser("a.berg", NAME, "correct horse"),
                new DisableUser("a.berg"),
                new ResetPassword("a.berg", "battery staple"),
                new ListUsers(),
                new EnableUser("a.berg"),
                new ResetSecondFactor("a.berg"),
                new RequireSecondFactor("a.berg", true),
                new SetUserRole("a.berg", UserRole.EXPERT),
                new ListEntitlements(),
                new SetEntitlements(List.of(new EntitlementLine("local:a.berg", BRIEFED))),
                new RemoveEntitlement("a.berg", Evidence.UNDERTAKING),
                new ListEntitlementChanges(100),
                new ListReports(NOON, NOON.plusSeconds(3600), 50),
                new ReadReport(SESSION),
                new Greeted("Example Optics", true),
                new SignedIn(NAME, "Example Optics", List.of(BRIEFED), true),
                new SessionOpened(
                        new SessionNumber(999_999), SESSION, SERVER, TICKET, List.of(NONCE, Octets.EMPTY), NOON),
                new SessionFound(SESSION, SERVER, TICKET),
                new PasswordNeeded(),
                new CodeNeeded(),
                new AuthenticatorOffered("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "a.berg"),
                new CodesIssued(List.of("9KX4-7TQ2-M0BC-PZ51", "0000-1111-2222-3333")),
                new TicketTaken(NONCE, Octets.EMPTY),
                new Done(),
                new UserList(List.of(
                        new UserLine("a.berg", NAME, true, true, FactorState.ACTIVE, UserRole.MODERATOR),
                        new UserLine("b", NAME, false, false, FactorState.NONE, UserRole.EXPERT))),
                new ReportList(
                        List.of(new ReportLine(SESSION, NOON, Duration.ofMinutes(9), NAME, 2, Reason.MODERATOR_LEFT))),
                new ReportFound(report(), Optional.of(new Vouched("local:a.berg", List.of(BRIEFED)))),
                new EntitlementList(List.of(new EntitlementLine("directory:S-1-5-21-1-2-3-1105", BRIEFED))),
                new EntitlementChanges(List.of(
                        new EntitlementChange(
                                NOON, "administrator", "local:b", Evidence.BRIEFING, Optional.of(BRIEFED)),
                        new EntitlementChange(NOON, "administrator", "local:b", Evidence.TRAINING, Optional.empty()))),
                new EntitlementsRefused(7, Reason.USER_UNKNOWN),
                new Refused(Reason.TOO_MANY_TRIES, Duration.ofSeconds(30)));
    }

    static List<RelayMessage> relay() {
        return List.of(
                new Attach(1, TICKET),
                new Admit(ATTENDEE),
                new TurnAway(ATTENDEE),
                new Remove(ATTENDEE),
                new Block(true),
                new Leave(Reason.ATTENDEE_LEFT),
                new Stated(NOON, new RightAsked(ATTENDEE, MODERATOR, Permission.VIEW_SCREEN)),
                new Envelope(ATTENDEE, Traffic.SCREEN, NONCE),
                new Attached(ATTENDEE),
                new Knocked(ATTENDEE, Role.ATTENDEE, NAME, ""),
                new Entered(MODERATOR, Role.MODERATOR, NAME, "Example Optics"),
                new Departed(ATTENDEE, Reason.REMOVED),
                new Ended(Reason.MODERATOR_LEFT));
    }

    static List<ServiceMessage> service() {
        return List.of(
                new Register(1, "meet-1", SERVER),
                new Began(SESSION, true),
                new Blocked(SESSION, true),
                new Delivered(report()),
                new Registered(),
                new Taken(SESSION),
                new Close(SESSION, Reason.SESSION_EXPIRED),
                new Declined(Reason.CLIENT_NOT_GENUINE));
    }

    /** One of each kind, so that the report's vector holds them all. */
    static List<Statement> statements() {
        return List.of(
                new ChannelOpened(ATTENDEE, "X25519MLKEM768 TLS_AES_256_GCM_SHA384"),
                new CheckConcluded(ATTENDEE, CheckOutcome.MATCHED),
                new PasswordConcluded(ATTENDEE, CheckOutcome.MATCHED),
                new RightAsked(ATTENDEE, MODERATOR, Permission.REMOTE_CONTROL),
                new RightAllowed(ATTENDEE, MODERATOR, Permission.REMOTE_CONTROL),
                new RightRefused(ATTENDEE, MODERATOR, Permission.TAKE_FILE, Reason.NOT_ANSWERED),
                new RightEnded(ATTENDEE, MODERATOR, Permission.REMOTE_CONTROL, Reason.WITHDRAWN_BY_SECURITY_KEY),
                new ActionsRefused(MODERATOR, Permission.REMOTE_CONTROL, Reason.GRANT_OUTDATED, 7),
                new PauseBegan(ATTENDEE),
                new PauseEnded(ATTENDEE, 0),
                new ShareChosen(ATTENDEE, ShareKind.PROGRAMS, 2, false, true),
                new FileEnded(MODERATOR, ATTENDEE, "測定 1.csv", 5_000_000_000L, NONCE, Optional.empty()),
                new FileEnded(MODERATOR, ATTENDEE, "b.csv", 2, Octets.EMPTY, Optional.of(Reason.CANCELLED_BY_RECEIVER)),
                new ChannelEnded(ATTENDEE, Reason.ATTENDEE_LEFT));
    }

    private static SessionReport report() {
        List<TrafficCount> traffic =
                List.of(new TrafficCount(Traffic.SESSION, 900, 800), new TrafficCount(Traffic.FILES, 0, 1L << 40));
        return new SessionReport(
                SESSION,
                "meet-1",
                NOON,
                NOON.plusSeconds(540),
                Reason.MODERATOR_LEFT,
                List.of(
                        new Attendance(
                                MODERATOR,
                                Role.MODERATOR,
                                NAME,
                                "Example Optics",
                                NOON,
                                Optional.of(NOON),
                                NOON.plusSeconds(540),
                                Reason.MODERATOR_LEFT,
                                traffic),
                        new Attendance(
                                ATTENDEE,
                                Role.ATTENDEE,
                                NAME,
                                "",
                                NOON.plusSeconds(60),
                                Optional.empty(),
                                NOON.plusSeconds(61),
                                Reason.REFUSED_IN_LOBBY,
                                List.of())),
                statements().stream()
                        .map(one -> new Testimony(MODERATOR, NOON, NOON.plusMillis(20), one))
                        .toList(),
                true);
    }
}
