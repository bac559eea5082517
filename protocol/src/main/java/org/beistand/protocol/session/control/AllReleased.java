package org.beistand.protocol.session.control;

import org.beistand.protocol.wire.Codec;

/** Whatever is still held goes up, for example because the viewer lost the focus. */
public record AllReleased(int epoch) implements ControlMessage {
    public static final Codec<AllReleased> CODEC = Codec.of(Codec.I32, AllReleased::epoch, AllReleased::new);
}
