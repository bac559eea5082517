package org.beistand.protocol;

import static org.beistand.protocol.Samples.ATTENDEE;
import static org.beistand.protocol.Samples.NONCE;
import static org.beistand.protocol.Samples.NOON;

import java.util.List;
import java.util.Optional;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.session.SessionMessage;
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
import org.beistand.protocol.session.control.Sighting;
import org.beistand.protocol.session.control.WheelTurned;
import org.beistand.protocol.session.files.FileOffer;
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
import org.beistand.protocol.session.screen.MonitorPlace;
import org.beistand.protocol.session.screen.MonitorsTold;
import org.beistand.protocol.session.screen.PictureMasked;
import org.beistand.protocol.session.screen.PicturePaused;
import org.beistand.protocol.session.screen.PictureResumed;
import org.beistand.protocol.session.screen.PointerPlaced;
import org.beistand.protocol.session.screen.PointerShaped;
import org.beistand.protocol.session.screen.ScreenStarted;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.ShareKind;
import org.beistand.protocol.wire.Octets;

/** One example of each message that only participants hear. */
final class SealedSamples {
    private SealedSamples() {}

    private static Octets bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return Octets.of(bytes);
    }

    static List<SessionMessage> session() {
        return List.of(
                new CheckCommitted(NONCE),
                new CheckAnswered(NONCE),
                new CheckRevealed(NONCE),
                new CheckPicked(CheckOutcome.FAILED),
                new PasswordWanted(bytes(1600)),
                new PasswordTried(bytes(1600), bytes(800)),
                new PasswordProved(bytes(800), NONCE),
                new PasswordConfirmed(NONCE),
                new PasswordWrong(),
                new Introduced(ATTENDEE, NONCE),
                new Farewell(Reason.ATTENDEE_LEFT),
                new RightRequested(7, Permission.SEND_FILE, List.of(new FileOffer("測定 1.csv", 5_000_000_000L))),
                new RightGranted(7, Permission.REMOTE_CONTROL, 3, NOON),
                new RightDenied(7, Permission.REMOTE_CONTROL, Reason.REFUSED_BY_OWNER),
                new RightWithdrawn(Permission.REMOTE_CONTROL, 3, Reason.WITHDRAWN_BY_SECURITY_KEY),
                new RightReturned(Permission.VIEW_SCREEN, 4),
                new RequestCancelled(7),
                new ActionRefused(Permission.REMOTE_CONTROL, Reason.GRANT_OUTDATED, 2),
                new ScreenStarted(4, 3840, 2160),
                new FramePart(4, 99, true, NONCE),
                new FrameShown(4, 99),
                new PointerPlaced(4, 1919, 1079, true),
                new PointerShaped(4, 2, 1, 0, 0, NONCE.slice(0, 8)),
                new PicturePaused(4),
                new PictureResumed(4),
                new MonitorsTold(
                        4,
                        List.of(
                                new MonitorPlace(7, "Gerät 1", 0, 0, 1920, 1080, true, 100),
                                new MonitorPlace(8, "", 1920, 200, 1280, 800, false, 0))),
                new InputStopped(4, 1919, 1079),
                new PictureMasked(4, ShareKind.MONITOR, true, false),
                new PointerMoved(3, 65535, 0),
                new KeyChanged(3, 38, 0x1F600, false, true),
                new AllReleased(3),
                new ButtonChanged(3, 10, 20, 1, true, Optional.of(new Sighting(bytes(Sighting.LENGTH)))),
                new WheelTurned(3, 10, 20, -120, 120, Optional.empty()),
                new TransferOffered(5, 6, List.of(new FileOffer("a", 0), new FileOffer("b.dicom", 1))),
                new TransferAccepted(5),
                new FilePart(5, 1, 1L << 33, NONCE),
                new FileSent(5, 1, NONCE),
                new PartTaken(5, 1L << 33),
                new FileTaken(5, 1),
                new TransferCancelled(5, Reason.DISK_FULL),
                new ClipboardPut(8, "ß 漢字\n"),
                new ClipboardWanted(8),
                new ClipboardTaken(8, ""));
    }
}
