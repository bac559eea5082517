package org.beistand.protocol.session;

import java.util.List;
import java.util.Set;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.clipboard.ClipboardWanted;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.session.consent.RequestCancelled;
import org.beistand.protocol.session.consent.RightDenied;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.consent.RightReturned;
import org.beistand.protocol.session.consent.RightWithdrawn;
import org.beistand.protocol.session.control.AllReleased;
import org.beistand.protocol.session.control.ButtonChanged;
import org.beistand.protocol.session.control.KeyChanged;
import org.beistand.protocol.session.control.PointerMoved;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.session.files.FilePart;
import org.beistand.protocol.session.files.FileSent;
import org.beistand.protocol.session.files.FileTaken;
import org.beistand.protocol.session.files.PartTaken;
import org.beistand.protocol.session.files.TransferAccepted;
import org.beistand.protocol.session.files.TransferCancelled;
import org.beistand.protocol.session.files.TransferOffered;
import org.beistand.protocol.session.meeting.CheckAnswered;
import org.beistand.protocol.session.meeting.CheckCommitted;
import org.beistand.protocol.session.meeting.CheckPicked;
import org.beistand.protocol.session.meeting.CheckRevealed;
import org.beistand.protocol.session.meeting.Farewell;
import org.beistand.protocol.session.meeting.Introduced;
import org.beistand.protocol.session.meeting.PasswordConfirmed;
import org.beistand.protocol.session.meeting.PasswordProved;
import org.beistand.protocol.session.meeting.PasswordTried;
import org.beistand.protocol.session.meeting.PasswordWanted;
import org.beistand.protocol.session.meeting.PasswordWrong;
import org.beistand.protocol.session.screen.FramePart;
import org.beistand.protocol.session.screen.FrameShown;
import org.beistand.protocol.session.screen.InputStopped;
import org.beistand.protocol.session.screen.MonitorsTold;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.session.screen.PicturePaused;
import org.beistand.protocol.session.screen.PictureResumed;
import org.beistand.protocol.session.screen.PointerPlaced;
import org.beistand.protocol.session.screen.PointerShaped;
import org.beistand.protocol.session.screen.ScreenStarted;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Row;
import org.beistand.protocol.wire.Vocabulary;

/**
 * The table of {@link SessionMessage}: number, type, who may say it, when, with which right, counted as what, bytes at most.
 */
public final class SessionVocabulary {
    private static final Set<Role> EVERYONE = Set.of(Role.MODERATOR, Role.EXPERT, Role.ATTENDEE);
    private static final Set<Role> MODERATOR = Set.of(Role.MODERATOR);
    private static final Set<Role> GUESTS = Set.of(Role.EXPERT, Role.ATTENDEE);
    private static final Set<Phase> CHECKING = Set.of(Phase.CHECKING);
    private static final Set<Phase> PASSWORD = Set.of(Phase.PASSWORD);
    /** A guest does not know beforehand whether the session has a password. */
    private static final Set<Phase> BEGINNING = Set.of(Phase.PASSWORD, Phase.CHECKING);

    private static final Set<Phase> RUNNING = Set.of(Phase.RUNNING);
    private static final Set<Phase> ALWAYS = Set.of(Phase.PASSWORD, Phase.CHECKING, Phase.RUNNING);
    private static final Need NOTHING = new Need.Nothing();

    public static final Vocabulary<SessionMessage, Role, Law> TABLE = new Vocabulary<>(List.of(
            row(0x0401, CheckCommitted.class, CheckCommitted.CODEC, MODERATOR, CHECKING, NOTHING, Traffic.SESSION, 32),
            row(0x0402, CheckAnswered.class, CheckAnswered.CODEC, GUESTS, CHECKING, NOTHING, Traffic.SESSION, 32),
            row(0x0403, CheckRevealed.class, CheckRevealed.CODEC, MODERATOR, CHECKING, NOTHING, Traffic.SESSION, 32),
            row(0x0404, CheckPicked.class, CheckPicked.CODEC, GUESTS, CHECKING, NOTHING, Traffic.SESSION, 2),
            row(0x0405, Introduced.class, Introduced.CODEC, MODERATOR, RUNNING, NOTHING, Traffic.SESSION, 34),
            row(0x0406, Farewell.class, Farewell.CODEC, EVERYONE, ALWAYS, NOTHING, Traffic.SESSION, 2),
            row(
                    0x0407,
                    PasswordWanted.class,
                    PasswordWanted.CODEC,
                    MODERATOR,
                    BEGINNING,
                    NOTHING,
                    Traffic.SESSION,
                    1600),
            row(0x0408, PasswordTried.class, PasswordTried.CODEC, GUESTS, PASSWORD, NOTHING, Traffic.SESSION, 2400),
            row(0x0409, PasswordProved.class, PasswordProved.CODEC, MODERATOR, PASSWORD, NOTHING, Traffic.SESSION, 832),
            row(
                    0x040A,
                    PasswordConfirmed.class,
                    PasswordConfirmed.CODEC,
                    GUESTS,
                    PASSWORD,
                    NOTHING,
                    Traffic.SESSION,
                    32),
            row(0x040B, PasswordWrong.class, PasswordWrong.CODEC, GUESTS, PASSWORD, NOTHING, Traffic.SESSION, 0),
            row(0x0501, RightRequested.class, RightRequested.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 30000),
            row(0x0502, RightGranted.class, RightGranted.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 18),
            row(0x0503, RightDenied.class, RightDenied.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 8),
            row(0x0504, RightWithdrawn.class, RightWithdrawn.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 8),
            row(0x0505, RightReturned.class, RightReturned.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 6),
            row(0x0506, RequestCancelled.class, RequestCancelled.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 4),
            row(0x0507, ActionRefused.class, ActionRefused.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SESSION, 8),
            row(
                    0x0601,
                    ScreenStarted.class,
                    ScreenStarted.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    8),
            row(
                    0x0602,
                    FramePart.class,
                    FramePart.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    61460),
            row(0x0603, FrameShown.class, FrameShown.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.SCREEN, 8),
            row(
                    0x0604,
                    PointerPlaced.class,
                    PointerPlaced.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    9),
            row(
                    0x0605,
                    PointerShaped.class,
                    PointerShaped.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    61460),
            row(
                    0x0606,
                    PicturePaused.class,
                    PicturePaused.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    4),
            row(
                    0x0607,
                    PictureResumed.class,
                    PictureResumed.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    4),
            row(
                    0x0608,
                    MonitorsTold.class,
                    MonitorsTold.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    2400),
            row(
                    0x0609,
                    PictureMasked.class,
                    PictureMasked.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    8),
            row(
                    0x060C,
                    InputStopped.class,
                    InputStopped.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.VIEW_SCREEN),
                    Traffic.SCREEN,
                    8),
            row(
                    0x0701,
                    PointerMoved.class,
                    PointerMoved.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.REMOTE_CONTROL),
                    Traffic.CONTROL,
                    8),
            // 0x0702 and 0x0703 were button and wheel without a sighting; nobody gets these numbers again.
            row(
                    0x0704,
                    KeyChanged.class,
                    KeyChanged.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.REMOTE_CONTROL),
                    Traffic.CONTROL,
                    12),
            row(
                    0x0705,
                    AllReleased.class,
                    AllReleased.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.REMOTE_CONTROL),
                    Traffic.CONTROL,
                    4),
            row(
                    0x0706,
                    ButtonChanged.class,
                    ButtonChanged.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.REMOTE_CONTROL),
                    Traffic.CONTROL,
                    211),
            row(
                    0x0707,
                    WheelTurned.class,
                    WheelTurned.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.REMOTE_CONTROL),
                    Traffic.CONTROL,
                    213),
            row(0x0801, TransferOffered.class, TransferOffered.CODEC, EVERYONE, RUNNING, files(), Traffic.FILES, 30000),
            row(0x0802, TransferAccepted.class, TransferAccepted.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.FILES, 4),
            row(0x0803, FilePart.class, FilePart.CODEC, EVERYONE, RUNNING, files(), Traffic.FILES, 49180),
            row(0x0804, FileSent.class, FileSent.CODEC, EVERYONE, RUNNING, files(), Traffic.FILES, 40),
            row(0x0805, PartTaken.class, PartTaken.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.FILES, 12),
            row(0x0806, FileTaken.class, FileTaken.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.FILES, 6),
            row(0x0807, TransferCancelled.class, TransferCancelled.CODEC, EVERYONE, RUNNING, NOTHING, Traffic.FILES, 6),
            row(
                    0x0901,
                    ClipboardPut.class,
                    ClipboardPut.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.PUT_CLIPBOARD),
                    Traffic.CLIPBOARD,
                    32800),
            row(
                    0x0902,
                    ClipboardWanted.class,
                    ClipboardWanted.CODEC,
                    EVERYONE,
                    RUNNING,
                    granted(Permission.TAKE_CLIPBOARD),
                    Traffic.CLIPBOARD,
                    4),
            row(
                    0x0903,
                    ClipboardTaken.class,
                    ClipboardTaken.CODEC,
                    EVERYONE,
                    RUNNING,
                    held(Permission.TAKE_CLIPBOARD),
                    Traffic.CLIPBOARD,
                    32800)));

    private SessionVocabulary() {}

    private static Need granted(Permission permission) {
        return new Need.Granted(permission);
    }

    private static Need held(Permission permission) {
        return new Need.Held(permission);
    }

    /** A file comes to somebody who allowed it to be sent to him, or who was allowed to take it. */
    private static Need files() {
        return new Need.Either(new Need.Granted(Permission.SEND_FILE), new Need.Held(Permission.TAKE_FILE));
    }

    private static <M extends SessionMessage> Row<SessionMessage, Role, Law> row(
            int number,
            Class<M> type,
            Codec<M> codec,
            Set<Role> from,
            Set<Phase> during,
            Need needs,
            Traffic kind,
            int atMost) {
        return new Row<>(number, type, codec, from, new Law(during, needs, kind), atMost);
    }
}
