package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The moderator's nonce, which must fit his commitment. */
public record CheckRevealed(Octets nonce) implements MeetingMessage {
    public static final Codec<CheckRevealed> CODEC =
            Codec.of(Codec.exactly(32), CheckRevealed::nonce, CheckRevealed::new);
}
