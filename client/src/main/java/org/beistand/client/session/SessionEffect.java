package org.beistand.client.session;

import org.beistand.client.session.SessionView.Person;
import org.beistand.protocol.relay.RelayMessage;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;

/** What is to be done when a {@link SessionState} has changed. */
sealed interface SessionEffect {
    /** Say this to the communication server. */
    record Tell(RelayMessage message) implements SessionEffect {}

    /** Agree on keys with this person. */
    record Seal(Person person) implements SessionEffect {}

    /** No more words with that person, and no right left on either side. */
    record Part(ParticipantId id, Reason reason) implements SessionEffect {}

    /** Sealed and checked: the others are to know this person. */
    record Welcome(Person person) implements SessionEffect {}

    /** Something that the person should read. */
    record Notify(ParticipantId about, Reason reason) implements SessionEffect {}

    /** Everything ends: rights, transfers, channels; the last words are said and stated. */
    record End(Reason reason) implements SessionEffect {}

    /** The connection to the communication server ends. */
    record HangUp(Reason reason) implements SessionEffect {}
}
