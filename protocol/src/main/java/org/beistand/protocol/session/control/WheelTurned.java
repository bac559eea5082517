package org.beistand.protocol.session.control;

import java.util.Optional;
import org.beistand.protocol.wire.Codec;

/** The wheel turns, in notches; down and right are positive.
 *
 * @param seen what the person saw there when he turned it; nothing turns without
 */
public record WheelTurned(int epoch, int x, int y, int horizontal, int vertical, Optional<Sighting> seen)
        implements ControlMessage {
    public static final Codec<WheelTurned> CODEC = Codec.of(
            Codec.I32,
            WheelTurned::epoch,
            Codec.U16,
            WheelTurned::x,
            Codec.U16,
            WheelTurned::y,
            Codec.I16,
            WheelTurned::horizontal,
            Codec.I16,
            WheelTurned::vertical,
            Codec.optional(Sighting.CODEC),
            WheelTurned::seen,
            WheelTurned::new);
}
