package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Traffic;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** Sealed bytes between two participants.
 *
 * @param other the receiver when a client sends it, the sender when the server delivers it
 * @param kind what it is counted as
 * @param sealed what only the two can read
 */
public record Envelope(ParticipantId other, Traffic kind, Octets sealed) implements RelayMessage {
    public static final Codec<Envelope> CODEC = Codec.of(
            ParticipantId.CODEC,
            Envelope::other,
            Traffic.CODEC,
            Envelope::kind,
            Codec.octets(73_728),
            Envelope::sealed,
            Envelope::new);
}
