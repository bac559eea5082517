package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;

/** The sealed channel to another participant is over. */
public record ChannelEnded(ParticipantId peer, Reason reason) implements Statement {
    public static final Codec<ChannelEnded> CODEC =
            Codec.of(ParticipantId.CODEC, ChannelEnded::peer, Reason.CODEC, ChannelEnded::reason, ChannelEnded::new);
}
