package org.beistand.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.beistand.protocol.value.Attested;
import org.beistand.protocol.value.Evidence;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionId;
import org.beistand.protocol.value.ShareKind;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Octets;

/** Reports of sessions that never were. */
public final class SampleReports {
    public static final ParticipantId MODERATOR = new ParticipantId(1);
    public static final ParticipantId ATTENDEE = new ParticipantId(2);
    public static final Octets HASH = Octets.fromHex("ab".repeat(32));

    /** What the operator server knew. */
    public static final Vouched VOUCHED = new Vouched(
            "local:anna",
            List.of(
                    new Attested(Evidence.TRAINING, LocalDate.of(2026, 1, 15), LocalDate.of(2028, 1, 14)),
                    new Attested(Evidence.BRIEFING, LocalDate.of(2026, 1, 16), LocalDate.of(2027, 1, 15)),
                    new Attested(Evidence.UNDERTAKING, LocalDate.of(2026, 2, 1), LocalDate.of(2027, 1, 31))));

    private SampleReports() {}

    /** A short one. */
    public static SessionReport of(SessionId session, Instant began) {
        return with(session, began, List.of());
    }

    /** With this testimony. */
    public static SessionReport with(SessionId session, Instant began, List<Testimony> testimony) {
        Instant ended = began.plus(Duration.ofSeconds(754));
        return new SessionReport(
                session,
                "ks1",
                began,
                ended,
                Reason.MODERATOR_LEFT,
                List.of(
                        new Attendance(
                                MODERATOR,
                                Role.MODERATOR,
                                new PersonName("Anna Weber"),
                                "Optik Süd",
                                began,
                                Optional.of(began),
                                ended,
                                Reason.MODERATOR_LEFT,
                                List.of(
                                        new TrafficCount(Traffic.SCREEN, 0, 1_234_567),
                                        new TrafficCount(Traffic.CONTROL, 4_321, 0))),
                        new Attendance(
                                ATTENDEE,
                                Role.ATTENDEE,
                                new PersonName("山田 花子"),
                                "",
                                began.plusSeconds(20),
                                Optional.of(began.plusSeconds(30)),
                                ended,
                                Reason.MODERATOR_LEFT,
                                List.of(
                                        new TrafficCount(Traffic.SCREEN, 1_234_567, 0),
                                        new TrafficCount(Traffic.CONTROL, 0, 4_321)))),
                testimony,
                true);
    }

    /** Everything that can be said, by both, as it should be. */
    public static SessionReport full(SessionId session, Instant began) {
        List<Testimony> all = new ArrayList<>();
        Instant at = began.plusSeconds(40);
        for (Statement statement : statements()) {
            at = at.plusSeconds(10);
            all.add(said(MODERATOR, at, statement));
            all.add(said(ATTENDEE, at.plusMillis(80), statement));
        }
        all.add(said(MODERATOR, began.plusSeconds(35), new ChannelOpened(ATTENDEE, "X25519MLKEM768 AES-256-GCM")));
        all.add(said(ATTENDEE, began.plusSeconds(35), new ChannelOpened(MODERATOR, "X25519MLKEM768 AES-256-GCM")));
        all.add(said(MODERATOR, began.plusSeconds(36), new PasswordConcluded(ATTENDEE, CheckOutcome.MATCHED)));
        all.add(said(ATTENDEE, began.plusSeconds(36), new PasswordConcluded(MODERATOR, CheckOutcome.MATCHED)));
        all.add(said(MODERATOR, began.plusSeconds(38), new CheckConcluded(ATTENDEE, CheckOutcome.MATCHED)));
        all.add(said(ATTENDEE, began.plusSeconds(38), new CheckConcluded(MODERATOR, CheckOutcome.MATCHED)));
        Instant later = at.plusSeconds(5);
        all.add(said(
                ATTENDEE,
                later,
                new ActionsRefused(MODERATOR, Permission.REMOTE_CONTROL, Reason.OWN_WINDOW_PROTECTED, 3)));
        all.add(said(
                ATTENDEE,
                later.plusSeconds(2),
                new ActionsRefused(MODERATOR, Permission.REMOTE_CONTROL, Reason.OWN_WINDOW_PROTECTED, 4)));
        all.add(said(MODERATOR, later, new ChannelEnded(ATTENDEE, Reason.MODERATOR_LEFT)));
        all.add(said(ATTENDEE, later, new ChannelEnded(MODERATOR, Reason.MODERATOR_LEFT)));
        return with(session, began, all);
    }

    private static List<Statement> statements() {
        Permission view = Permission.VIEW_SCREEN;
        Permission control = Permission.REMOTE_CONTROL;
        return List.of(
                new RightAsked(ATTENDEE, MODERATOR, view),
                new RightAllowed(ATTENDEE, MODERATOR, view),
                new RightAsked(ATTENDEE, MODERATOR, control),
                new RightRefused(ATTENDEE, MODERATOR, control, Reason.REFUSED_BY_OWNER),
                new RightAsked(ATTENDEE, MODERATOR, control),
                new RightAllowed(ATTENDEE, MODERATOR, control),
                new RightEnded(ATTENDEE, MODERATOR, control, Reason.WITHDRAWN_BY_SECURITY_KEY),
                new ShareChosen(ATTENDEE, ShareKind.PROGRAMS, 2, false, true),
                new PauseBegan(ATTENDEE),
                new PauseEnded(ATTENDEE, 0),
                new FileEnded(MODERATOR, ATTENDEE, "Anleitung.pdf", 48_213, HASH, Optional.empty()),
                new FileEnded(
                        ATTENDEE,
                        MODERATOR,
                        "=cmd|' /C calc'!A0.csv",
                        12,
                        Octets.EMPTY,
                        Optional.of(Reason.CANCELLED_BY_RECEIVER)));
    }

    public static Testimony said(ParticipantId witness, Instant at, Statement statement) {
        return new Testimony(witness, at.minusMillis(40), at, statement);
    }
}
