package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;

/** From here on the picture stands still. */
public record PicturePaused(int epoch) implements ScreenMessage {
    public static final Codec<PicturePaused> CODEC = Codec.of(Codec.I32, PicturePaused::epoch, PicturePaused::new);
}
