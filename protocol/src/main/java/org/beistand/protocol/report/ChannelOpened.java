package org.beistand.protocol.report;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** The sealed channel to another participant stands.
 *
 * @param suite the group and the cipher that were agreed on
 */
public record ChannelOpened(ParticipantId peer, String suite) implements Statement {
    public static final Codec<ChannelOpened> CODEC = Codec.of(
            ParticipantId.CODEC, ChannelOpened::peer, Codec.text(100), ChannelOpened::suite, ChannelOpened::new);
}
