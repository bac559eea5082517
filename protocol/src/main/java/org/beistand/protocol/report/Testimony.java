package org.beistand.protocol.report;

import java.time.Instant;
import org.beistand.protocol.value.ParticipantId;
import org.beistand.protocol.wire.Codec;

/** One statement with its witness.
 *
 * @param witness who says so
 * @param said when, by the witness's clock
 * @param heard when the communication server received it, by its own clock
 */
public record Testimony(ParticipantId witness, Instant said, Instant heard, Statement statement) {
    public static final Codec<Testimony> CODEC = Codec.of(
            ParticipantId.CODEC,
            Testimony::witness,
            Codec.INSTANT,
            Testimony::said,
            Codec.INSTANT,
            Testimony::heard,
            Statement.CODEC,
            Testimony::statement,
            Testimony::new);
}
