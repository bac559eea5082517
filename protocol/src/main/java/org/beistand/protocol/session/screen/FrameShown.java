package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;

/** The viewer has shown this picture; the owner may send the next one. */
public record FrameShown(int epoch, int frame) implements ScreenMessage {
    public static final Codec<FrameShown> CODEC =
            Codec.of(Codec.I32, FrameShown::epoch, Codec.I32, FrameShown::frame, FrameShown::new);
}
