package org.beistand.communication.room;

import org.beistand.communication.admission.Admitted;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/** What can happen to a room. */
public sealed interface RoomEvent {
    /** Somebody came with a good ticket. */
    record Arrived(Admitted person) implements RoomEvent {}

    /** A member of the room or its lobby said something that its role may say. */
    record Said(ParticipantId who, RelayMessage message) implements RoomEvent {}

    /**
     * A member's connection is gone or has to go.
     *
     * @param reason why, for the report
     */
    record Lost(ParticipantId who, Reason reason) implements RoomEvent {}

    /** Somebody has waited in the lobby for as long as one may. */
    record LobbyTimedOut(ParticipantId who) implements RoomEvent {}

    /** Somebody who had to go was heard for as long as one may be. */
    record LastWordsOver(ParticipantId who) implements RoomEvent {}

    /** The operator server ends the session, or this server stops. */
    record Closed(Reason reason) implements RoomEvent {}
}
