package org.beistand.protocol.session.control;

import java.util.Optional;
import org.beistand.protocol.wire.Codec;

/** A mouse button goes down or up at that place.
 *
 * @param button 1 left, 2 middle, 3 right, 4 back, 5 forward
 * @param seen what the person saw there when he pressed it; nothing goes down without
 */
public record ButtonChanged(int epoch, int x, int y, int button, boolean down, Optional<Sighting> seen)
        implements ControlMessage {
    public static final Codec<ButtonChanged> CODEC = Codec.of(
            Codec.I32,
            ButtonChanged::epoch,
            Codec.U16,
            ButtonChanged::x,
            Codec.U16,
            ButtonChanged::y,
            Codec.U8,
            ButtonChanged::button,
            Codec.BOOL,
            ButtonChanged::down,
            Codec.optional(Sighting.CODEC),
            ButtonChanged::seen,
            ButtonChanged::new);

    public ButtonChanged {
        if (button < 1 || button > 5) {
            throw new IllegalArgumentException("no such button");
        }
    }
}
