package org.beistand.protocol.report;

import java.util.Optional;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.value.Reason;
import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** A file arrived whole, or did not.
 *
 * @param sender whose file it was
 * @param size in bytes
 * @param sha256 of the content, empty unless it arrived whole
 * @param failure why it did not arrive, absent if it did
 */
public record FileEnded(
        ParticipantId sender, ParticipantId receiver, String name, long size, Octets sha256, Optional<Reason> failure)
        implements Statement {
    public static final Codec<FileEnded> CODEC = Codec.of(
            ParticipantId.CODEC,
            FileEnded::sender,
            ParticipantId.CODEC,
            FileEnded::receiver,
            Codec.text(255),
            FileEnded::name,
            Codec.I64,
            FileEnded::size,
            Codec.octets(32),
            FileEnded::sha256,
            Codec.optional(Reason.CODEC),
            FileEnded::failure,
            FileEnded::new);
}
