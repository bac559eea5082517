package org.beistand.client.session;

import java.util.Optional;
import java.util.OptionalInt;
import org.beistand.client.consent.Gate;
import org.beistand.client.consent.Verdict;
import org.beistand.client.session.SessionView.Person;
import org.beistand.protocol.session.Law;
import org.beistand.protocol.session.Need;
import org.beistand.protocol.session.SessionMessage;
import org.beistand.protocol.session.clipboard.ClipboardMessage;
import org.beistand.protocol.session.clipboard.ClipboardPut;
import org.beistand.protocol.session.clipboard.ClipboardTaken;
import org.beistand.protocol.session.clipboard.ClipboardWanted;
import org.beistand.protocol.session.consent.ActionRefused;
import org.beistand.protocol.session.consent.ConsentMessage;
import org.beistand.protocol.session.consent.RequestCancelled;
import org.beistand.protocol.session.consent.RightDenied;
import org.beistand.protocol.session.consent.RightGranted;
import org.beistand.protocol.session.consent.RightRequested;
import org.beistand.protocol.session.consent.RightReturned;
import org.beistand.protocol.session.consent.RightWithdrawn;
import org.beistand.protocol.session.control.ControlMessage;
import org.beistand.protocol.session.files.FilesMessage;
import org.beistand.protocol.session.meeting.MeetingMessage;
import org.beistand.protocol.session.screen.FrameShown;
import org.beistand.protocol.session.screen.ScreenMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Permission;

/**
 * Where a word that came out of the seal goes: first past the law of its row, then to the part that it is for. Belongs to the
 * session's thread.
 */
final class Words {
    private final Talk talk;
    private final Gate gate;
    private final Owner owner;
    private final OwnedMachine machine;
    private final Asker asker;
    private final Transfers transfers;
    private final Refusals refusals;
    private final Meetings meetings;

    /** What is said about the meeting itself. */
    interface Meetings {
        void heard(Person from, MeetingMessage message);
    }

    Words(
            Talk talk,
            Gate gate,
            Owner owner,
            OwnedMachine machine,
            Asker asker,
            Transfers transfers,
            Refusals refusals,
            Meetings meetings) {
        this.talk = talk;
        this.gate = gate;
        this.owner = owner;
        this.machine = machine;
        this.asker = asker;
        this.transfers = transfers;
        this.refusals = refusals;
        this.meetings = meetings;
    }

    void said(Person from, Law law, SessionMessage message) {
        if (!isLawful(from.id(), law, message)) {
            return;
        }
        switch (message) {
            case MeetingMessage word -> meetings.heard(from, word);
            case ConsentMessage word -> consent(from.id(), word);
            case ScreenMessage word -> screen(from.id(), word);
            case ControlMessage word -> machine.control(from.id(), word);
            case FilesMessage word -> transfers.received(from.id(), word);
            case ClipboardMessage word -> clipboard(from.id(), word);
        }
    }

    /** The receiver's check, from the same row that the sender read. */
    private boolean isLawful(ParticipantId from, Law law, SessionMessage message) {
        return switch (law.needs()) {
            case Need.Nothing nothing -> true;
            case Need.Granted granted -> isGranted(from, granted.permission(), message);
            // What comes under a right that this person held a moment ago is late, not wicked.
            case Need.Held held ->
                asker.requests().find(from, held.permission()).isPresent();
            // A transfer knows its right itself.
            case Need.Either either -> true;
        };
    }

    private boolean isGranted(ParticipantId from, Permission permission, SessionMessage message) {
        return switch (gate.permit(from, permission, epochOf(message).orElse(0), message)) {
            case Verdict.Allowed<SessionMessage> allowed -> true;
            case Verdict.Refused<SessionMessage> refused -> {
                refusals.add(from, permission, refused.reason());
                yield false;
            }
        };
    }

    private static OptionalInt epochOf(SessionMessage message) {
        return switch (message) {
            case ControlMessage input -> OptionalInt.of(input.epoch());
            case ClipboardPut put -> OptionalInt.of(put.epoch());
            case ClipboardWanted wanted -> OptionalInt.of(wanted.epoch());
            case ClipboardTaken taken -> OptionalInt.empty();
            case MeetingMessage word -> OptionalInt.empty();
            case ConsentMessage word -> OptionalInt.empty();
            case ScreenMessage word -> OptionalInt.empty();
            case FilesMessage word -> OptionalInt.empty();
        };
    }

    private void consent(ParticipantId from, ConsentMessage message) {
        switch (message) {
            case RightRequested word -> owner.asked(from, word);
            case RequestCancelled word -> owner.requestCancelled(from, word.ask());
            case RightReturned word -> owner.returned(from, word.permission(), word.epoch());
            case RightGranted word -> asker.granted(from, word);
            case RightDenied word -> asker.denied(from, word);
            case RightWithdrawn word -> asker.withdrawn(from, word);
            case ActionRefused word -> talk.notify(from, Optional.of(word.permission()), word.reason(), word.count());
        }
    }

    private void screen(ParticipantId from, ScreenMessage message) {
        if (message instanceof FrameShown shown) {
            machine.shown(from, shown);
        } else {
            asker.screen(from, message);
        }
    }

    private void clipboard(ParticipantId from, ClipboardMessage message) {
        switch (message) {
            case ClipboardPut word -> machine.put(from, word);
            case ClipboardWanted word -> machine.wanted(from, word);
            case ClipboardTaken word -> asker.taken(from, word);
        }
    }
}
