package org.beistand.operator.report;

import java.util.Optional;
import org.beistand.protocol.report.ActionsRefused;
import org.beistand.protocol.report.ChannelEnded;
import org.beistand.protocol.report.ChannelOpened;
import org.beistand.protocol.report.CheckConcluded;
import org.beistand.protocol.report.FileEnded;
import org.beistand.protocol.report.PasswordConcluded;
import org.beistand.protocol.report.PauseBegan;
import org.beistand.protocol.report.PauseEnded;
import org.beistand.protocol.report.RightAllowed;
import org.beistand.protocol.report.RightAsked;
import org.beistand.protocol.report.RightEnded;
import org.beistand.protocol.report.RightRefused;
import org.beistand.protocol.report.ShareChosen;
import org.beistand.protocol.report.Statement;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/**
 * What a statement is about. Two statements about the same subject that say different things contradict each other: an answer
 * has the same subject whether it was yes or no.
 *
 * @param one the owner, the sender, or the smaller of two equals
 * @param other the holder, the receiver, or the larger of two equals; absent where only one is concerned
 * @param name of a file, otherwise empty
 */
record Subject(
        Kind kind, ParticipantId one, Optional<ParticipantId> other, Optional<Permission> permission, String name) {
    enum Kind {
        CHANNEL_OPENED,
        CHANNEL_ENDED,
        CHECK,
        PASSWORD,
        RIGHT_ASKED,
        RIGHT_ANSWERED,
        RIGHT_ENDED,
        ACTIONS_REFUSED,
        PAUSE_BEGAN,
        PAUSE_ENDED,
        SHARE_CHOSEN,
        FILE
    }

    static Subject of(ParticipantId witness, Statement statement) {
        return switch (statement) {
            case ChannelOpened(var peer, var _) -> pair(Kind.CHANNEL_OPENED, witness, peer);
            case ChannelEnded(var peer, var _) -> pair(Kind.CHANNEL_ENDED, witness, peer);
            case CheckConcluded(var peer, var _) -> pair(Kind.CHECK, witness, peer);
            case PasswordConcluded(var peer, var _) -> pair(Kind.PASSWORD, witness, peer);
            case RightAsked(var owner, var holder, var permission) ->
                right(Kind.RIGHT_ASKED, owner, holder, permission);
            case RightAllowed(var owner, var holder, var permission) ->
                right(Kind.RIGHT_ANSWERED, owner, holder, permission);
            case RightRefused(var owner, var holder, var permission, var _) ->
                right(Kind.RIGHT_ANSWERED, owner, holder, permission);
            case RightEnded(var owner, var holder, var permission, var _) ->
                right(Kind.RIGHT_ENDED, owner, holder, permission);
            case ActionsRefused(var holder, var permission, var reason, var _) ->
                new Subject(Kind.ACTIONS_REFUSED, witness, Optional.of(holder), Optional.of(permission), reason.name());
            case PauseBegan(var owner) -> new Subject(Kind.PAUSE_BEGAN, owner, Optional.empty(), Optional.empty(), "");
            case PauseEnded(var owner, var _) ->
                new Subject(Kind.PAUSE_ENDED, owner, Optional.empty(), Optional.empty(), "");
            case ShareChosen share ->
                new Subject(Kind.SHARE_CHOSEN, share.owner(), Optional.empty(), Optional.empty(), "");
            case FileEnded file ->
                new Subject(Kind.FILE, file.sender(), Optional.of(file.receiver()), Optional.empty(), file.name());
        };
    }

    /** The statement in the form in which both of a pair would make it. */
    static Statement normalised(ParticipantId witness, Statement statement) {
        return switch (statement) {
            case ChannelOpened(var peer, var suite) -> new ChannelOpened(larger(witness, peer), suite);
            case ChannelEnded(var peer, var reason) -> new ChannelEnded(larger(witness, peer), reason);
            case CheckConcluded(var peer, var outcome) -> new CheckConcluded(larger(witness, peer), outcome);
            case PasswordConcluded(var peer, var outcome) -> new PasswordConcluded(larger(witness, peer), outcome);
            case RightAsked _, RightAllowed _, RightRefused _, RightEnded _ -> statement;
            case ActionsRefused _, PauseBegan _, PauseEnded _, FileEnded _, ShareChosen _ -> statement;
        };
    }

    /** Only the side that refused an action can count it. */
    boolean isOwnCount() {
        return kind == Kind.ACTIONS_REFUSED;
    }

    /** Whether this witness can know it at first hand. A pause is seen by everybody who looks on. */
    boolean concerns(ParticipantId witness) {
        return other.isEmpty() || one.equals(witness) || other.get().equals(witness);
    }

    private static Subject pair(Kind kind, ParticipantId a, ParticipantId b) {
        return new Subject(kind, a.compareTo(b) < 0 ? a : b, Optional.of(larger(a, b)), Optional.empty(), "");
    }

    private static Subject right(Kind kind, ParticipantId owner, ParticipantId holder, Permission permission) {
        return new Subject(kind, owner, Optional.of(holder), Optional.of(permission), "");
    }

    private static ParticipantId larger(ParticipantId a, ParticipantId b) {
        return a.compareTo(b) < 0 ? b : a;
    }
}
