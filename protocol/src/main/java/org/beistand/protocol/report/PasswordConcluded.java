package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** What came of the session's password with another participant. */
public record PasswordConcluded(ParticipantId peer, CheckOutcome outcome) implements Statement {
    public static final Codec<PasswordConcluded> CODEC = Codec.of(
            ParticipantId.CODEC,
            PasswordConcluded::peer,
            CheckOutcome.CODEC,
            PasswordConcluded::outcome,
            PasswordConcluded::new);
}
