package org.beistand.protocol.session.control;

import org.beistand.protocol.wire.Codec;

/** The pointer goes there, in pixels of the owner's screen. */
public record PointerMoved(int epoch, int x, int y) implements ControlMessage {
    public static final Codec<PointerMoved> CODEC = Codec.of(
            Codec.I32, PointerMoved::epoch, Codec.U16, PointerMoved::x, Codec.U16, PointerMoved::y, PointerMoved::new);
}
