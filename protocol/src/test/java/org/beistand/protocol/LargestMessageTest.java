package org.beistand.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.beistand.protocol.operator.AddUser;
import org.beistand.protocol.operator.AuthenticatorOffered;
import org.beistand.protocol.operator.BindTicket;
import org.beistand.protocol.operator.ChoosePassword;
import org.beistand.protocol.operator.CodesIssued;
import org.beistand.protocol.operator.EntitlementChange;
import org.beistand.protocol.operator.EntitlementChanges;
import org.beistand.protocol.operator.EntitlementLine;
import org.beistand.protocol.operator.EntitlementList;
import org.beistand.protocol.operator.FactorState;
import org.beistand.protocol.operator.GiveCode;
import org.beistand.protocol.operator.Greeted;
import org.beistand.protocol.operator.JoinSession;
import org.beistand.protocol.operator.OperatorMessage;
import org.beistand.protocol.operator.OperatorVocabulary;
import org.beistand.protocol.operator.Party;
import org.beistand.protocol.operator.RemoveEntitlement;
import org.beistand.protocol.operator.ReportFound;
import org.beistand.protocol.operator.ReportLine;
import org.beistand.protocol.operator.ReportList;
import org.beistand.protocol.operator.SendInvitation;
import org.beistand.protocol.operator.SessionFound;
import org.beistand.protocol.operator.SessionOpened;
import org.beistand.protocol.operator.SetEntitlements;
import org.beistand.protocol.operator.ShowTicket;
import org.beistand.protocol.operator.SignIn;
import org.beistand.protocol.operator.SignedIn;
import org.beistand.protocol.operator.TicketTaken;
import org.beistand.protocol.operator.UserLine;
import org.beistand.protocol.operator.UserList;
import org.beistand.protocol.operator.UserRole;
import org.beistand.protocol.relay.Attach;
import org.beistand.protocol.relay.Entered;
import org.beistand.protocol.relay.Envelope;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.RelayVocabulary;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.report.Attendance;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.SessionReport;
import org.beistand.protocol.report.Testimony;
import org.beistand.protocol.report.TrafficCount;
import org.beistand.protocol.report.Vouched;
import org.beistand.protocol.service.SignedTicket;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.SessionVocabulary;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.session.files.FilePart;
import org.beistand.protocol.session.files.TransferOffered;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.session.screen.PointerShaped;
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
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever its fields allow, a message also fits into its row; otherwise it could be made and never be sent. */
class LargestMessageTest {
    private static final PersonName NAME = new PersonName("👩".repeat(PersonName.LONGEST));
    private static final String ORGANISATION = "o".repeat(200);
    private static final SessionId SESSION = SessionId.parse("ff".repeat(16));
    private static final Endpoint SERVER = new Endpoint("h".repeat(255), 65535);
    private static final SignedTicket TICKET = new SignedTicket(bytes(1_024), bytes(256));
    private static final Attested TRAINED =
            new Attested(Evidence.TRAINING, LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28));
    private static final ParticipantId ID = new ParticipantId(65535);
    private static final List<FileOffer> FILES =
            Collections.nCopies(100, new FileOffer("漢".repeat(85), Long.MAX_VALUE));

    static Stream<OperatorMessage> operator() {
        return Stream.of(
                new SignIn("l".repeat(256), "p".repeat(1024)),
                new AddUser("l".repeat(64), NAME, "p".repeat(1024)),
                new JoinSession(new SessionNumber(1), NAME),
                new SessionOpened(
                        new SessionNumber(1),
                        SESSION,
                        SERVER,
                        TICKET,
                        Collections.nCopies(4, bytes(4_096)),
                        Samples.NOON),
                new SessionFound(SESSION, SERVER, TICKET),
                new UserList(Collections.nCopies(
                        2000, new UserLine("l".repeat(64), NAME, true, true, FactorState.ACTIVE, UserRole.EXPERT))),
                new ReportList(Collections.nCopies(
                        500, new ReportLine(SESSION, Samples.NOON, Duration.ofDays(9), NAME, 64, Reason.INTERNAL))),
                new ReportFound(report(), Optional.of(new Vouched("a".repeat(200), Collections.nCopies(3, TRAINED)))),
                new SignedIn(NAME, ORGANISATION, Collections.nCopies(3, TRAINED), true),
                new ChoosePassword("p".repeat(1024)),
                new GiveCode("c".repeat(40)),
                new Greeted(ORGANISATION, true),
                new ShowTicket(bytes(ShowTicket.LARGEST)),
                new TicketTaken(bytes(2_000), bytes(200)),
                new BindTicket(bytes(200)),
                new SendInvitation(
                        SESSION,
                        new MailAddress(
                                "n".repeat(64) + "@" + "h".repeat(63) + "." + "h".repeat(63) + "." + "h".repeat(61)),
                        Language.JAPANESE),
                new AuthenticatorOffered("S".repeat(32), "l".repeat(64)),
                new CodesIssued(Collections.nCopies(20, "c".repeat(40))),
                new SetEntitlements(Collections.nCopies(6000, new EntitlementLine("a".repeat(200), TRAINED))),
                new EntitlementList(Collections.nCopies(6000, new EntitlementLine("a".repeat(200), TRAINED))),
                new RemoveEntitlement("a".repeat(200), Evidence.TRAINING),
                new EntitlementChanges(Collections.nCopies(
                        2000,
                        new EntitlementChange(
                                Samples.NOON,
                                "b".repeat(200),
                                "a".repeat(200),
                                Evidence.TRAINING,
                                Optional.of(TRAINED)))));
    }

    static Stream<RelayMessage> relay() {
        return Stream.of(
                new Attach(1, TICKET),
                new Entered(ID, Role.ATTENDEE, NAME, ORGANISATION),
                new Stated(Samples.NOON, fileEnded()),
                new Envelope(ID, Traffic.SCREEN, bytes(73_728)));
    }

    static Stream<SessionMessage> session() {
        return Stream.of(
                new RightRequested(1, Permission.SEND_FILE, FILES),
                new TransferOffered(1, 1, FILES),
                new FilePart(1, 1, 1, bytes(49_152)),
                new FramePart(1, 1, true, bytes(61_440)),
                new PointerShaped(1, 255, 255, 0, 0, bytes(61_440)),
                new ButtonChanged(1, 1, 1, 1, true, Optional.of(new Sighting(bytes(Sighting.LENGTH)))),
                new WheelTurned(1, 1, 1, 1, 1, Optional.of(new Sighting(bytes(Sighting.LENGTH)))),
                new ClipboardPut(1, "x".repeat(32_768)),
                new ClipboardTaken(1, "x".repeat(32_768)));
    }

    @ParameterizedTest
    @MethodSource("operator")
    void theLargestWordOfTheOperatorsFits(OperatorMessage largest) {
        Octets bytes = OperatorVocabulary.TABLE.encode(largest);
        Party sender = OperatorVocabulary.TABLE.rowOf(largest).from().iterator().next();
        assertEquals(largest, OperatorVocabulary.TABLE.decode(bytes, sender));
    }

    @ParameterizedTest
    @MethodSource("relay")
    void theLargestWordOfTheRelaysFits(RelayMessage largest) {
        Octets bytes = RelayVocabulary.TABLE.encode(largest);
        assertEquals(
                largest,
                RelayVocabulary.TABLE.decode(
                        bytes,
                        RelayVocabulary.TABLE.rowOf(largest).from().iterator().next()));
    }

    @ParameterizedTest
    @MethodSource("session")
    void theLargestWordInsideTheSealFits(SessionMessage largest) {
        assertEquals(largest, SessionVocabulary.TABLE.decode(SessionVocabulary.TABLE.encode(largest), Role.MODERATOR));
    }

    @Test
    void oneByteMoreThanAFieldHoldsIsRefusedByTheWriter() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SessionVocabulary.TABLE.encode(new FramePart(1, 1, true, bytes(61_441))));
        assertThrows(
                IllegalArgumentException.class,
                () -> SessionVocabulary.TABLE.encode(new ClipboardPut(1, "x".repeat(32_769))));
    }

    private static FileEnded fileEnded() {
        return new FileEnded(ID, ID, "漢".repeat(85), Long.MAX_VALUE, bytes(32), Optional.of(Reason.INTERNAL));
    }

    private static SessionReport report() {
        Attendance attendance = new Attendance(
                ID,
                Role.ATTENDEE,
                NAME,
                ORGANISATION,
                Samples.NOON,
                Optional.of(Samples.NOON),
                Samples.NOON,
                Reason.INTERNAL,
                Collections.nCopies(8, new TrafficCount(Traffic.SCREEN, Long.MAX_VALUE, Long.MAX_VALUE)));
        return new SessionReport(
                SESSION,
                "s".repeat(64),
                Samples.NOON,
                Samples.NOON,
                Reason.INTERNAL,
                Collections.nCopies(64, attendance),
                Collections.nCopies(4_000, new Testimony(ID, Samples.NOON, Samples.NOON, fileEnded())),
                false);
    }

    private static Octets bytes(int count) {
        return Octets.of(new byte[count]);
    }
}
