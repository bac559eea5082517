package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The moderator commits himself to a nonce.
 *
 * @param commitment SHA-256 over label, binding and nonce
 */
public record CheckCommitted(Octets commitment) implements MeetingMessage {
    public static final Codec<CheckCommitted> CODEC =
            Codec.of(Codec.exactly(32), CheckCommitted::commitment, CheckCommitted::new);
}
