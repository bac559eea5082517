package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;

/** The picture goes on. */
public record PictureResumed(int epoch) implements ScreenMessage {
    public static final Codec<PictureResumed> CODEC = Codec.of(Codec.I32, PictureResumed::epoch, PictureResumed::new);
}
