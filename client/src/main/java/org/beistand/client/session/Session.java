package org.beistand.client.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.beistand.client.release.Share;
import org.beistand.client.release.Shareable;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/**
 * What a person can want in a session. Every method returns at once, on any thread; what comes of it is seen in the next
 * {@link SessionView}. A wish that makes no sense any more, because the world has changed meanwhile, does nothing.
 */
public interface Session {
    /** Told after every change, from a thread of the session; also at once with the present view. */
    void watch(Watcher watcher);

    // The moderator.

    void admit(ParticipantId who);

    void turnAway(ParticipantId who);

    void remove(ParticipantId who); // 001-68

    void block(boolean blocked); // 001-69

    // Both.

    /** The code that she heard the moderator read out, or empty for "none of these", which ends the session. */
    void pickCode(ParticipantId moderator, Optional<String> code);

    /** The session's password, as she typed it; it is tried once. */
    void enterPassword(ParticipantId moderator, SessionPassword typed); // 001-135

    /** Asks the owner of a computer for a right; for {@link Permission#SEND_FILE} use {@link #offerFiles}. */
    void request(ParticipantId owner, Permission permission);

    /** Asks to send these files. */
    void offerFiles(ParticipantId receiver, List<Path> files);

    /** Takes back a request that was not answered yet. */
    void cancelRequest(ParticipantId owner, Permission permission);

    /** Gives a right back. */
    void giveBack(ParticipantId owner, Permission permission);

    void cancelTransfer(int key);

    /** Puts the text of this computer's clipboard into the owner's; needs {@link Permission#PUT_CLIPBOARD}. */
    void putClipboard(ParticipantId owner);

    /** Brings the text of the owner's clipboard here; needs {@link Permission#TAKE_CLIPBOARD}. */
    void takeClipboard(ParticipantId owner);

    /** Where the pictures of an owner's screen go; empty for nowhere. */
    void view(ParticipantId owner, Optional<Viewer> viewer);

    /** Mouse and keyboard for an owner's computer. Without the right, or while paused, nothing leaves. */
    RemoteHands hands(ParticipantId owner);

    /** Goes; for the moderator this ends the session. */
    void leave();

    // The owner of this computer.

    /** Yes to a question other than {@link Permission#TAKE_FILE}. Files that are sent land in this folder. */
    void allow(int question, Path folder);

    /** Yes to {@link Permission#TAKE_FILE}: exactly these files leave, nothing else. */
    void give(int question, List<Path> files);

    void refuse(int question);

    /** Takes a right back. Effective before this method returns. */
    void withdraw(ParticipantId holder, Permission permission);

    /** Stills the picture, or lets it go on. Effective before this method returns. */
    void pause(boolean paused);

    /** Shows what this viewer sees of this screen, decoded from what left for him; empty for no longer. */
    void mirror(ParticipantId viewer, Optional<Viewer> window); // 001-51

    /** What she shows of her screen from now on. What is hidden by it is gone before this method returns. */
    void share(Share share); // 001-57 001-59 001-60

    /** What she can choose from; looks at the desktop, and never fails. */
    CompletableFuture<Shareable> shareable();

    /** Told of changes. */
    interface Watcher {
        void changed(SessionView view);
    }
}
