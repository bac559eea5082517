package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The owner of a screen paused the picture. */
public record PauseBegan(ParticipantId owner) implements Statement {
    public static final Codec<PauseBegan> CODEC = Codec.of(ParticipantId.CODEC, PauseBegan::owner, PauseBegan::new);
}
