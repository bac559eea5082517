package org.beistand.communication.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Octets;

/** Turns the envelope of a sender into that of its receiver without writing it anew: only the name of the other changes. */
final class Forwarding {
    /** Behind the message's number. */
    private static final int OTHER_AT = 2;

    private Forwarding() {}

    /**
     * @param envelope a whole frame that was found to be an Envelope
     * @return the same frame, saying from whom it is instead of to whom it goes
     */
    static Octets from(ParticipantId sender, Octets envelope) {
        byte[] frame = envelope.toArray();
        frame[OTHER_AT] = (byte) (sender.value() >>> 8);
        frame[OTHER_AT + 1] = (byte) sender.value();
        return Octets.of(frame);
    }
}
