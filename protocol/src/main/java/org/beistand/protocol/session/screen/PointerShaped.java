package org.beistand.protocol.session.screen;

import org.beistand.protocol.wire.Codec;
import org.beistand.protocol.wire.Octets;

/** What the owner's pointer looks like.
 *
 * @param hotX the point that points, from the left
 * @param argb rows of premultiplied pixels, four bytes each, alpha first
 */
public record PointerShaped(int epoch, int width, int height, int hotX, int hotY, Octets argb)
        implements ScreenMessage {
    public static final Codec<PointerShaped> CODEC = Codec.of(
            Codec.I32,
            PointerShaped::epoch,
            Codec.U8,
            PointerShaped::width,
            Codec.U8,
            PointerShaped::height,
            Codec.U8,
            PointerShaped::hotX,
            Codec.U8,
            PointerShaped::hotY,
            Codec.octets(61_440),
            PointerShaped::argb,
            PointerShaped::new);
}
