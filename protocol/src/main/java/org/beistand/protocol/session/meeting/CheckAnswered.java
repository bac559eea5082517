package org.beistand.protocol.session.meeting;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The attendee's nonce, sent only after the commitment. */
public record CheckAnswered(Octets nonce) implements MeetingMessage {
    public static final Codec<CheckAnswered> CODEC =
            Codec.of(Codec.exactly(32), CheckAnswered::nonce, CheckAnswered::new);
}
