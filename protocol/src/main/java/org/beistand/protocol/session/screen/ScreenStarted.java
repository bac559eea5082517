package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;

/** A picture begins, or its size changed.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ScreenStarted(int epoch, int width, int height) implements ScreenMessage {
    public static final Codec<ScreenStarted> CODEC = Codec.of(
            Codec.I32,
            ScreenStarted::epoch,
            Codec.U16,
            ScreenStarted::width,
            Codec.U16,
            ScreenStarted::height,
            ScreenStarted::new);
}
