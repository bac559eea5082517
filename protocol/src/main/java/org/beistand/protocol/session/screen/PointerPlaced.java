package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;

/** Where the owner's pointer is.
 *
 * @param visible false while it is hidden or over something not released
 */
public record PointerPlaced(int epoch, int x, int y, boolean visible) implements ScreenMessage {
    public static final Codec<PointerPlaced> CODEC = Codec.of(
            Codec.I32,
            PointerPlaced::epoch,
            Codec.U16,
            PointerPlaced::x,
            Codec.U16,
            PointerPlaced::y,
            Codec.BOOL,
            PointerPlaced::visible,
            PointerPlaced::new);
}
