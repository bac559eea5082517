package org.beistand.protocol.session.meeting;

import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** The moderator names another participant over his verified channel.
 *
 * @param fingerprint SHA-256 of the certificate that the other one uses in this session
 */
public record Introduced(ParticipantId participant, Octets fingerprint) implements MeetingMessage {
    public static final Codec<Introduced> CODEC = Codec.of(
            ParticipantId.CODEC, Introduced::participant, Codec.exactly(32), Introduced::fingerprint, Introduced::new);
}
