package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The picture goes on.
 *
 * @param pictureBytes bytes of new picture that left during the pause
 */
public record PauseEnded(ParticipantId owner, long pictureBytes) implements Statement {
    public static final Codec<PauseEnded> CODEC =
            Codec.of(ParticipantId.CODEC, PauseEnded::owner, Codec.I64, PauseEnded::pictureBytes, PauseEnded::new);
}
