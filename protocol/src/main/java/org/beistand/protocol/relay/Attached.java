package org.beistand.protocol.relay;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The ticket was good.
 *
 * @param self the id of this client
 */
public record Attached(ParticipantId self) implements RelayMessage {
    public static final Codec<Attached> CODEC = Codec.of(ParticipantId.CODEC, Attached::self, Attached::new);
}
