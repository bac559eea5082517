package org.beistand.communication.room;

import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.relay.Stated;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/** What has to be done after a step, in this order. */
public sealed interface RoomEffect {
    /** She who has just arrived is a member now; she is told her id and the report names her. */
    record Seated(Member member) implements RoomEffect {}

    /** She who has just arrived cannot come in. */
    record TurnedBack(Reason reason) implements RoomEffect {}

    /** Envelopes from and to this member pass from now on. */
    record LetIn(ParticipantId who) implements RoomEffect {}

    /** For this member it is over: no more envelopes, told why, connection closed, noted in the report. */
    record Gone(ParticipantId who, Reason reason) implements RoomEffect {}

    /** For this member it is over, as with {@link Gone}, but her last words are waited for. */
    record Parting(ParticipantId who, Reason reason) implements RoomEffect {}

    /** She has said her last words: connection closed. */
    record Parted(ParticipantId who) implements RoomEffect {}

    record Tell(ParticipantId to, RelayMessage message) implements RoomEffect {}

    /** To be written down. */
    record Testified(ParticipantId witness, Stated stated) implements RoomEffect {}

    /** The moderator lets nobody else in, or people again. */
    record BlockChanged(boolean blocked) implements RoomEffect {}

    /** For the first time somebody was let in. */
    record Started() implements RoomEffect {}

    /** The session is over and its report can be made. */
    record Finished(Reason reason) implements RoomEffect {}
}
