package org.beistand.client.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.beistand.client.release.Share;
import org.beistand.crypto.handshake.SessionPassword;
import org.beistand.protocol.report.CheckOutcome;
import org.beistand.protocol.session.files.FileOffer;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;
import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.value.Role;
import org.beistand.protocol.value.SessionNumber;

/**
 * All that a window may show at one moment. A new one is made after every change; it is never changed itself.
 *
 * @param stage how far this person has come
 * @param people everybody else, in the order of arrival, those who knock included and those who are gone left out
 * @param questions what this person is asked now, the oldest first
 * @param given rights that others have on this computer
 * @param held rights that this person has on others' computers
 * @param pending rights that this person has asked for and not heard of yet
 * @param transfers files on their way and those that have ended, the newest last
 * @param paused whether the picture of this computer stands still
 * @param share what is shown of this computer's screen to those who may see it
 * @param blocked whether the session is closed to further people
 * @param notices what happened lately, in order; the newest last, each shown once
 */
public record SessionView(
        Stage stage,
        List<Person> people,
        List<Question> questions,
        List<Right> given,
        List<Right> held,
        List<Right> pending,
        List<Transfer> transfers,
        boolean paused,
        Share share,
        boolean blocked,
        List<Notice> notices) {

    public SessionView {
        people = List.copyOf(people);
        questions = List.copyOf(questions);
        given = List.copyOf(given);
        held = List.copyOf(held);
        pending = List.copyOf(pending);
        transfers = List.copyOf(transfers);
        notices = List.copyOf(notices);
    }

    public static SessionView beginning() {
        return new SessionView(
                new Connecting(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Share.EVERYTHING,
                false,
                List.of());
    }

    /** So often a session's password may be tried. */
    public static final int PASSWORD_TRIES = PasswordTries.MOST;

    /** How far this person has come. */
    public sealed interface Stage permits Connecting, InLobby, InSession, Over {}

    /** Talking to the servers. */
    public record Connecting() implements Stage {}

    /** An attendee waits to be let in. */
    public record InLobby() implements Stage {}

    /**
     * In the session.
     *
     * @param number to be read out, for the moderator only
     * @param expires until when the number is good if nobody comes, for the moderator only
     * @param password to be read out too, for the moderator of a session that has one
     */
    public record InSession(
            Optional<SessionNumber> number, Optional<Instant> expires, Optional<SessionPassword> password)
            implements Stage {}

    /** Nothing more can happen. */
    public record Over(Reason reason) implements Stage {}

    /** Somebody else. The organisation is empty unless it is certified. */
    public record Person(
            ParticipantId id,
            Role role,
            PersonName name,
            String organisation,
            Standing standing,
            Verification verified) {}

    /** How far this person and the other one have come with each other. */
    public sealed interface Standing
            permits Knocking, Sealing, AwaitingPassword, EnteringPassword, ReadingOut, Listening, Present {}

    /** Waits in the lobby for the moderator's word. */
    public record Knocking() implements Standing {}

    /** Keys are being agreed on. */
    public record Sealing() implements Standing {}

    /** The other one is typing the session's password. */
    public record AwaitingPassword() implements Standing {}

    /** This person has to type the session's password. @param triesLeft of {@link #PASSWORD_TRIES} */
    public record EnteringPassword(int triesLeft) implements Standing {}

    /** The spoken check: this person reads the code out. */
    public record ReadingOut(String code) implements Standing {}

    /** The spoken check: this person picks the code that she heard, out of three, or none. */
    public record Listening(List<String> choices) implements Standing {
        public Listening {
            choices = List.copyOf(choices);
        }
    }

    /** Sealed and checked: rights can be asked for. */
    public record Present() implements Standing {}

    /** What is known about who the other one is. */
    public record Verification(Optional<CheckOutcome> check) {}

    /**
     * Somebody asks for a right on this computer.
     *
     * @param id to be answered with
     * @param who asks
     * @param permission what for
     * @param files what he wants to send, for {@link Permission#SEND_FILE} only
     * @param until when silence becomes no
     */
    public record Question(int id, ParticipantId who, Permission permission, List<FileOffer> files, Instant until) {
        public Question {
            files = List.copyOf(files);
        }
    }

    /** A right between this person and another one. */
    public record Right(ParticipantId other, Permission permission) {}

    /**
     * One transfer of one or more files.
     *
     * @param key to name it with
     * @param other who is at the other end
     * @param outgoing whether the files leave this computer
     * @param state how far it is
     * @param folder where they land, for incoming ones
     */
    public record Transfer(
            int key,
            ParticipantId other,
            boolean outgoing,
            List<FileProgress> files,
            TransferState state,
            Optional<Path> folder) {
        public Transfer {
            files = List.copyOf(files);
        }
    }

    /** @param done bytes that the receiver has written */
    public record FileProgress(String name, long size, long done, boolean whole) {}

    /** How far a transfer is. */
    public sealed interface TransferState permits Moving, Finished, Stopped {}

    public record Moving() implements TransferState {}

    /** Every file arrived with the right hash. */
    public record Finished() implements TransferState {}

    public record Stopped(Reason reason) implements TransferState {}

    /**
     * Something that the person should read once.
     *
     * @param serial counts up
     * @param about whom, if anybody
     * @param refused how many inputs or actions it tells of that were refused; 0 if it tells of something else
     */
    public record Notice(
            int serial, Optional<ParticipantId> about, Optional<Permission> permission, Reason reason, int refused) {
        /** Whether it tells of more of the same that was refused. */
        public boolean continues(Notice earlier) {
            return refused > 0
                    && earlier.refused > 0
                    && about.equals(earlier.about)
                    && permission.equals(earlier.permission)
                    && reason == earlier.reason;
        }
    }
}
