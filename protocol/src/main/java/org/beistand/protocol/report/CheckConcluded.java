package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The spoken check with another participant. */
public record CheckConcluded(ParticipantId peer, CheckOutcome outcome) implements Statement {
    public static final Codec<CheckConcluded> CODEC = Codec.of(
            ParticipantId.CODEC,
            CheckConcluded::peer,
            CheckOutcome.CODEC,
            CheckConcluded::outcome,
            CheckConcluded::new);
}
