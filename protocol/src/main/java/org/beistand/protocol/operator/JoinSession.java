package org.beistand.protocol.operator;

import org.beistand.protocol.value.PersonName;
import org.beistand.protocol.value.SessionNumber;
import org.beistand.protocol.wire.Codec;

/** An attendee wants to meet her moderator. */
public record JoinSession(SessionNumber number, PersonName name) implements OperatorMessage {
    public static final Codec<JoinSession> CODEC =
            Codec.of(SessionNumber.CODEC, JoinSession::number, PersonName.CODEC, JoinSession::name, JoinSession::new);
}
