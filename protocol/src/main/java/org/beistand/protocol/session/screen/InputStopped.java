package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;

/** A click or a turn of the wheel came to this place, which no longer showed what the viewer had seen: nothing was done. */
public record InputStopped(int epoch, int x, int y) implements ScreenMessage {
    public static final Codec<InputStopped> CODEC = Codec.of(
            Codec.I32, InputStopped::epoch, Codec.U16, InputStopped::x, Codec.U16, InputStopped::y, InputStopped::new);
}
